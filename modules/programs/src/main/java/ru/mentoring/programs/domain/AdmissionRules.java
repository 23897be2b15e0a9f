package ru.mentoring.programs.domain;

import static ru.mentoring.programs.Obstacle.Reason.CONSENT_MISSING;
import static ru.mentoring.programs.Obstacle.Reason.MENTOR_CONSENT_MISSING;
import static ru.mentoring.programs.Obstacle.Reason.NOT_IN_REGISTER;
import static ru.mentoring.programs.Obstacle.Reason.NO_MENTEE;
import static ru.mentoring.programs.Obstacle.Reason.REPRESENTATIVE_CONSENT_MISSING;
import static ru.mentoring.programs.Obstacle.Reason.SAFETY_CHECK_MISSING;
import static ru.mentoring.programs.Obstacle.Reason.SAME_PERSON;
import static ru.mentoring.programs.Obstacle.Reason.TRAINING_MISSING;
import static ru.mentoring.programs.Obstacle.Reason.WRONG_CATEGORY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.Obstacle;

/** What must be true of mentor and mentees before they may work together. */
final class AdmissionRules {

    private AdmissionRules() {}

    /**
     * Returns everything that stands in the way, as far as it lies with the people themselves.
     *
     * @param standings what the registers know of the mentor, and of the mentees among themselves;
     *     who is not in the register is missing
     */
    static List<Obstacle> judge(
            Form form,
            PersonId mentor,
            Collection<PersonId> mentees,
            Map<PersonId, Standing> mentors,
            Map<PersonId, Standing> menteeStandings) {
        var found = new ArrayList<Obstacle>();
        if (mentees.isEmpty()) {
            found.add(Obstacle.of(NO_MENTEE));
        }
        if (mentees.contains(mentor)) {
            found.add(new Obstacle(SAME_PERSON, mentor));
        }
        var menteesKnown = new ArrayList<Standing>();
        for (var mentee : mentees) {
            var standing = menteeStandings.get(mentee);
            if (standing == null) {
                found.add(new Obstacle(NOT_IN_REGISTER, mentee));
                continue;
            }
            menteesKnown.add(standing);
            found.addAll(ofBothSides(standing, form.mentees()));
        }
        var standing = mentors.get(mentor);
        if (standing == null) {
            found.add(new Obstacle(NOT_IN_REGISTER, mentor));
            return found;
        }
        found.addAll(ofBothSides(standing, form.mentors()));
        found.addAll(ofMentor(form, standing, menteesKnown));
        return found;
    }

    private static List<Obstacle> ofBothSides(Standing person, Set<Category> allowed) {
        var found = new ArrayList<Obstacle>();
        if (!allowed.contains(person.category())) {
            found.add(new Obstacle(WRONG_CATEGORY, person.person()));
        }
        if (!person.registered()) {
            found.add(new Obstacle(CONSENT_MISSING, person.person()));
        }
        if (person.minor() && !person.has(ConsentKind.CN2)) {
            found.add(new Obstacle(REPRESENTATIVE_CONSENT_MISSING, person.person()));
        }
        return found;
    }

    private static List<Obstacle> ofMentor(Form form, Standing mentor, List<Standing> mentees) {
        var found = new ArrayList<Obstacle>();
        if (!mentor.trained()) {
            found.add(new Obstacle(TRAINING_MISSING, mentor.person()));
        }
        boolean amongMinors = mentees.stream().anyMatch(Standing::minor);
        if (mentor.externalAdult() && amongMinors && !mentor.cleared()) {
            found.add(new Obstacle(SAFETY_CHECK_MISSING, mentor.person()));
        }
        switch (form.papers()) {
            case NONE -> {}
            case CONSENT_AND_ADDENDUM -> {
                if (!mentor.has(ConsentKind.CN7)) {
                    found.add(new Obstacle(MENTOR_CONSENT_MISSING, mentor.person()));
                }
            }
        }
        return found;
    }
}
