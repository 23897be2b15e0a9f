package ru.mentoring.roadmaps.recognition.deadline;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days from the first to the last, both included. Of a deadline: when the work begins and the last
 * day on which it is in time.
 */
public record Span(LocalDate from, LocalDate to) {

    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("Ends %s before it begins %s".formatted(to, from));
        }
    }

    /** A single day. */
    public static Span day(LocalDate day) {
        return new Span(day, day);
    }

    /** Whole months. */
    public static Span months(YearMonth first, YearMonth last) {
        return new Span(first.atDay(1), last.atEndOfMonth());
    }

    /** The calendar year. */
    public static Span calendarYear(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The school year that begins in the given year: 1 September to 31 August. */
    public static Span schoolYear(int year) {
        return new Span(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31));
    }

    /** Returns whether the two share a day. */
    public boolean meets(Span other) {
        return !from.isAfter(other.to) && !to.isBefore(other.from);
    }

    /** Returns the days that both have; they must meet. */
    public Span within(Span other) {
        return new Span(
                from.isBefore(other.from) ? other.from : from,
                to.isAfter(other.to) ? other.to : to);
    }
}
