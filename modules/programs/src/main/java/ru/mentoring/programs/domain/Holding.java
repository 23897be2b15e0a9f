package ru.mentoring.programs.domain;

/** The answer to somebody who records a meeting. */
public sealed interface Holding {

    /**
     * The meeting is on record.
     *
     * @param over whether a side does not want to go on, so that the mentorship has ended with it
     * @param left how many mentees have left a group that goes on
     */
    record Held(boolean over, int left) implements Holding {

        /** Nobody has left a group that goes on. */
        public Held(boolean over) {
            this(over, 0);
        }
    }

    record Refused(Reason reason) implements Holding {}

    /** Why a meeting cannot be recorded like this. */
    enum Reason {
        NOT_STARTED,
        /** Another kind of meeting comes first (BR6). */
        OUT_OF_ORDER,
        /** The trial meeting may be skipped only for a reason (BR6). */
        SKIP_REASON_MISSING,
        IN_FUTURE,
        BEFORE_START,
        BEFORE_PREVIOUS,
        /** Both sides must have said whether they go on. */
        ANSWER_MISSING
    }
}
