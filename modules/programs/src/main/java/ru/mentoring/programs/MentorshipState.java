package ru.mentoring.programs;

/** How far a mentorship has come. */
public enum MentorshipState {
    /** Waits for confirmations and the order. */
    PROPOSED,
    STARTED,
    /** Went to its final meeting. */
    COMPLETED,
    /** Ended before, for one of the {@link EndReason reasons}. */
    DISSOLVED
}
