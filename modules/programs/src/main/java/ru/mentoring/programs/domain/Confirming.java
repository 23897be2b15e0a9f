package ru.mentoring.programs.domain;

/** The answer to somebody who notes that a person agrees. */
public sealed interface Confirming {

    record Confirmed() implements Confirming {}

    /** Nothing has changed. */
    record Refused(Reason reason) implements Confirming {}

    /** Why it cannot be noted. */
    enum Reason {
        /** The mentorship has started or ended meanwhile. */
        NOT_PROPOSED,
        /** The person takes no part, or not any more. */
        NO_PART,
        /** That voice is on record already. */
        ALREADY_CONFIRMED,
        /** An adult speaks for themselves. */
        NO_REPRESENTATIVE,
        IN_FUTURE,
        /** More than a year before the proposal, which is a slip of the pen. */
        TOO_EARLY
    }
}
