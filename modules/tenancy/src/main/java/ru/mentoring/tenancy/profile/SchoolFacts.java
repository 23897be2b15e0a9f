package ru.mentoring.tenancy.profile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a school is in a school year. Numbers are those at its beginning; what is unknown is empty,
 * never zero.
 *
 * @param small whether thresholds for small schools apply (BR18)
 * @param rural whether it stands in the countryside
 * @param remote whether it is hard to reach or far from everything
 * @param under10 pupils who are not yet ten on 31 December
 * @param from10to14 pupils of ten to fourteen full years on 31 December
 * @param from15to19 pupils of fifteen to nineteen full years on 31 December
 * @param teachers teachers who work there
 * @param youngTeachers those among them with less than three years of work
 */
public record SchoolFacts(
        boolean small,
        boolean rural,
        boolean remote,
        @Nullable Integer under10,
        @Nullable Integer from10to14,
        @Nullable Integer from15to19,
        @Nullable Integer teachers,
        @Nullable Integer youngTeachers) {

    /** More pupils of one band no school has. */
    public static final int MOST_PUPILS = 20_000;

    /** More teachers no school has. */
    public static final int MOST_TEACHERS = 5_000;

    /** Why facts cannot be so. */
    public enum Fault {
        /** Some age bands are known and others are not: no sum can be made of them. */
        AGES_INCOMPLETE,
        /** Of teachers and young teachers only one number is known. */
        STAFF_INCOMPLETE,
        /** More young teachers than teachers. */
        TOO_MANY_YOUNG,
        /** A number is negative, or no school is so big. */
        OUT_OF_RANGE
    }

    /** A school of which nothing is known but whether it is small. */
    public static SchoolFacts unknown(boolean small) {
        return new SchoolFacts(small, false, false, null, null, null, null, null);
    }

    /** The same properties of the school, with all numbers unknown. */
    SchoolFacts withoutNumbers() {
        return new SchoolFacts(small, rural, remote, null, null, null, null, null);
    }

    /** Returns what is wrong with the numbers, or nothing. */
    public Optional<Fault> fault() {
        if (outside(under10, MOST_PUPILS)
                || outside(from10to14, MOST_PUPILS)
                || outside(from15to19, MOST_PUPILS)
                || outside(teachers, MOST_TEACHERS)
                || outside(youngTeachers, MOST_TEACHERS)) {
            return Optional.of(Fault.OUT_OF_RANGE);
        }
        boolean someAges = under10 != null || from10to14 != null || from15to19 != null;
        if (someAges && pupils() == null) {
            return Optional.of(Fault.AGES_INCOMPLETE);
        }
        if ((teachers == null) != (youngTeachers == null)) {
            return Optional.of(Fault.STAFF_INCOMPLETE);
        }
        if (teachers != null && youngTeachers != null && youngTeachers > teachers) {
            return Optional.of(Fault.TOO_MANY_YOUNG);
        }
        return Optional.empty();
    }

    private static boolean outside(@Nullable Integer number, int most) {
        return number != null && (number < 0 || number > most);
    }

    /** All pupils, or nothing if they are not known. */
    public @Nullable Integer pupils() {
        return under10 == null || from10to14 == null || from15to19 == null
                ? null
                : under10 + from10to14 + from15to19;
    }
}
