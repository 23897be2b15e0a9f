package ru.mentoring.monitoring;

import java.util.Arrays;
import java.util.List;
import ru.mentoring.tenancy.Level;

/**
 * What is counted. The first four are official indicators of the programme that need no survey; the
 * others are counts that help to reach them.
 */
public enum Indicator {
    /** Share of children aged 10 to 19 who are mentees. */
    MENTEES_10_19(true, true),
    /** Share of children and adolescents aged 15 to 19 who are mentors. */
    MENTORS_15_19(true, true),
    /** Share of teachers in their first three years who are mentees. */
    YOUNG_TEACHERS(true, true),
    /** Share of enterprises whose employees are mentors. */
    ENTERPRISES(true, false),
    /**
     * Mentorships that go on. Three of them tell of at least three people, so they count as such.
     */
    MENTORSHIPS(false, true),
    /** People of the registers with a valid consent to processing, of all in the registers. */
    CONSENTS(false, true),
    /**
     * Schools that have sent a roadmap of the season, for pupils or for teachers, and have not
     * taken it back, of all participating schools.
     */
    ROADMAPS_SENT(false, false);

    private final boolean official;
    private final boolean countsPeople;

    Indicator(boolean official, boolean countsPeople) {
        this.official = official;
        this.countsPeople = countsPeople;
    }

    /** Whether it is an official indicator with a target and an outside denominator. */
    public boolean official() {
        return official;
    }

    /** Whether it counts people, whose small numbers are not shown above the school. */
    public boolean countsPeople() {
        return countsPeople;
    }

    /**
     * Whether an official indicator is a share at a level. There are no enterprises "of a school":
     * schools have a number of them and nothing to compare it with.
     */
    public boolean hasShareAt(Level level) {
        return official && !(this == ENTERPRISES && level == Level.SCHOOL);
    }

    /** The official indicators, in their order. */
    public static List<Indicator> officials() {
        return Arrays.stream(values()).filter(Indicator::official).toList();
    }

    /** The official indicators that are shares at a level: those with target and denominator. */
    public static List<Indicator> sharesAt(Level level) {
        return Arrays.stream(values()).filter(one -> one.hasShareAt(level)).toList();
    }
}
