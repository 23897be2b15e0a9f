package ru.mentoring.programs.domain;

/** The answer to somebody who ends a mentorship. */
public sealed interface Ending {

    record Ended() implements Ending {}

    record Refused(Reason reason) implements Ending {}

    /** Why it cannot end like this. */
    enum Reason {
        ALREADY_ENDED,
        /** A mentorship is completed by its final meeting. */
        FINAL_MEETING_MISSING,
        BEFORE_LAST_MEETING,
        IN_FUTURE,
        /** Another reason must be told in words. */
        NOTE_MISSING,
        /** That reason comes from the withdrawal itself. */
        NOT_BY_HAND
    }
}
