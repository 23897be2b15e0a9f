package ru.mentoring.programs;

import java.util.Set;
import ru.mentoring.participants.Category;
import ru.mentoring.tenancy.Track;

/**
 * A form of mentoring: who works with whom. Reference data; a region may have more than the usual
 * five.
 *
 * @param code stable code such as {@code EMPLOYER_PUPIL}
 * @param mentors who may be a mentor in it
 * @param mentees who may be a mentee in it
 * @param mostMentees how many mentees one mentor may have in it at a time
 * @param papers whether the mentor's written consent and the addendum to the contract are needed
 *     (BR10)
 */
public record Form(
        String code,
        Track track,
        Set<Category> mentors,
        Set<Category> mentees,
        int mostMentees,
        Papers papers) {

    /** What the mentor signs beside the consents that everybody gives. */
    public enum Papers {
        NONE,
        CONSENT_AND_ADDENDUM
    }

    public Form {
        mentors = Set.copyOf(mentors);
        mentees = Set.copyOf(mentees);
    }

    /** The message key of its name. */
    public String key() {
        return "programs.form." + code;
    }
}
