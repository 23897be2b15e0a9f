package ru.mentoring.programs.domain;

import ru.mentoring.programs.MeetingId;

/** The answer to somebody who plans a meeting. */
public sealed interface Planning {

    record Planned(MeetingId meeting) implements Planning {}

    /** Nothing has changed. */
    record Refused(Reason reason) implements Planning {}

    /** Why it cannot be planned. */
    enum Reason {
        /** The mentorship has not started, or is over. */
        NOT_STARTED,
        /** Another kind of meeting comes first (BR6). */
        OUT_OF_ORDER,
        IN_PAST,
        /** More than a year ahead, which is a slip of the pen. */
        TOO_LATE
    }
}
