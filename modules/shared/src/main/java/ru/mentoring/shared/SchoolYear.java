package ru.mentoring.shared;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year: from 1 September to 31 August.
 *
 * @param startYear the calendar year in which it starts
 */
public record SchoolYear(int startYear) {

    /** Returns the one in which a day lies. */
    public static SchoolYear of(LocalDate day) {
        return new SchoolYear(
                day.getMonthValue() >= Month.SEPTEMBER.getValue()
                        ? day.getYear()
                        : day.getYear() - 1);
    }

    /** Returns its first day. */
    public LocalDate firstDay() {
        return LocalDate.of(startYear, Month.SEPTEMBER, 1);
    }

    /** Returns its last day. */
    public LocalDate lastDay() {
        return LocalDate.of(startYear + 1, Month.AUGUST, 31);
    }

    /** Returns how papers call it: «2026/27». */
    public String text() {
        return "%d/%02d".formatted(startYear, (startYear + 1) % 100);
    }
}
