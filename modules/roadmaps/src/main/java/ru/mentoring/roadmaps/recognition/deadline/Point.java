package ru.mentoring.roadmaps.recognition.deadline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;

/**
 * A place in time as far as it is named; 0 where it is not.
 *
 * @param schoolYear whether the year is the one in which a school year begins
 * @param inherited whether the year was written at another point of the same expression
 */
record Point(int day, int month, int year, boolean schoolYear, boolean inherited) {

    static Point of(int day, int month, int year) {
        return new Point(day, month, year, false, false);
    }

    boolean hasDay() {
        return day > 0;
    }

    boolean hasMonth() {
        return month > 0;
    }

    boolean hasYear() {
        return year > 0;
    }

    Point withYearOf(Point other) {
        return new Point(day, month, other.year, other.schoolYear, true);
    }

    Point withMonthOf(Point other) {
        return new Point(day, other.month, other.year, other.schoolYear, other.inherited);
    }

    Point plusYears(int years) {
        return new Point(day, month, year + years, schoolYear, inherited);
    }

    /** The calendar year in which the month lies. */
    private int calendarYear() {
        return schoolYear && month < 9 ? year + 1 : year;
    }

    /** The day; the last one of the month if it is the end of a range without days. */
    LocalDate date() {
        return LocalDate.of(calendarYear(), month, day);
    }

    LocalDate first() {
        return hasDay() ? date() : yearMonth().atDay(1);
    }

    LocalDate last() {
        return hasDay() ? date() : yearMonth().atEndOfMonth();
    }

    YearMonth yearMonth() {
        return YearMonth.of(calendarYear(), month);
    }

    MonthDay monthDay() {
        return MonthDay.of(month, day);
    }

    MonthDay firstMonthDay() {
        return MonthDay.of(month, hasDay() ? day : 1);
    }

    MonthDay lastMonthDay() {
        return hasDay() ? monthDay() : MonthDay.of(month, Month.of(month).maxLength());
    }

    Month monthOfYear() {
        return Month.of(month);
    }

    /** Returns whether the calendar knows it. */
    boolean exists() {
        try {
            if (hasMonth()) {
                if (hasDay() && hasYear()) {
                    date();
                } else {
                    firstMonthDay();
                }
            }
            return day <= 31 && (hasMonth() || !hasDay());
        } catch (DateTimeException none) {
            return false;
        }
    }
}
