package ru.mentoring.monitoring;

import java.util.Arrays;
import java.util.List;

/**
 * What is counted. The first four are official indicators of the programme that need no survey; the
 * others are counts that help to reach them.
 */
public enum Indicator {
    /** Share of children aged 10 to 19 who are mentees. */
    MENTEES_10_19(true),
    /** Share of children and adolescents aged 15 to 19 who are mentors. */
    MENTORS_15_19(true),
    /** Share of teachers in their first three years who are mentees. */
    YOUNG_TEACHERS(true),
    /** Share of enterprises whose employees are mentors. */
    ENTERPRISES(true),
    /** Mentorships that go on. */
    MENTORSHIPS(false),
    /** People of the registers with a valid consent to processing, of all in the registers. */
    CONSENTS(false),
    /** Schools whose roadmap of the season has been sent, of all participating schools. */
    ROADMAPS_SENT(false);

    private final boolean official;

    Indicator(boolean official) {
        this.official = official;
    }

    /** Whether it is an official indicator with a target and an outside denominator. */
    public boolean official() {
        return official;
    }

    /** Whether it counts people, whose small numbers are not shown above the school. */
    public boolean countsPeople() {
        return this == MENTEES_10_19 || this == MENTORS_15_19 || this == YOUNG_TEACHERS;
    }

    /** The official indicators, in their order. */
    public static List<Indicator> officials() {
        return Arrays.stream(values()).filter(Indicator::official).toList();
    }
}
