package ru.mentoring.programs;

import ru.mentoring.shared.NoSuch;

/** There is no such mentorship in this organisation, or the scope may not know. */
public class NoSuchMentorship extends NoSuch {

    public NoSuchMentorship(MentorshipId mentorship) {
        super("mentorship", mentorship.value());
    }
}
