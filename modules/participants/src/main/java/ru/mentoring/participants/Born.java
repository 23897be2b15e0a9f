package ru.mentoring.participants;

import java.time.LocalDate;
import java.time.Period;

/**
 * When somebody was born: the day, or only the year where a register keeps no more.
 *
 * <p>Of a year alone its last day is taken, so a person is never held for older than they are: what
 * protects a minor then errs on the safe side, and the age on 31 December is exact anyway.
 *
 * @param date the day, or 31 December of the year
 * @param precision what is really known
 */
public record Born(LocalDate date, Precision precision) {

    /** How much of a birth date is known. */
    public enum Precision {
        DAY,
        YEAR
    }

    /** Returns the birth on a known day. */
    public static Born on(LocalDate date) {
        return new Born(date, Precision.DAY);
    }

    /** Returns the birth in a year of which the day is unknown. */
    public static Born in(int year) {
        return new Born(LocalDate.of(year, 12, 31), Precision.YEAR);
    }

    /** Returns the age in full years on the given day; negative before the birth. */
    public int ageOn(LocalDate day) {
        return day.isBefore(date) ? -1 : Period.between(date, day).getYears();
    }

    /** Says whether the person is under 18 on the given day. */
    public boolean minorOn(LocalDate day) {
        return ageOn(day) < 18;
    }
}
