package ru.mentoring.programs;

/** The five kinds of meeting, in the order in which they come (BR6). */
public enum MeetingType {
    ACQUAINTANCE,
    TRIAL,
    PLANNING,
    /** The only one that repeats. */
    REGULAR,
    FINAL;

    /** Says whether both sides are asked after it if they want to go on. */
    public boolean asksWhetherToContinue() {
        return switch (this) {
            case ACQUAINTANCE, TRIAL -> true;
            case PLANNING, REGULAR, FINAL -> false;
        };
    }
}
