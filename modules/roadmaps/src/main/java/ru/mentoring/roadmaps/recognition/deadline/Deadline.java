package ru.mentoring.roadmaps.recognition.deadline;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an item of a roadmap is to be done. The author's own words are kept beside it, never
 * replaced by it.
 *
 * <p>Where no year is named, the roadmap's period decides it; {@link #spans} does.
 */
public sealed interface Deadline {

    /** On this very day. Authors who leave out "by" mean it as the last day too. */
    record OnDate(LocalDate day) implements Deadline {}

    /** By this day, which still counts. */
    record ByDate(LocalDate day) implements Deadline {}

    /** From one day to another. */
    record DateRange(LocalDate from, LocalDate to) implements Deadline {}

    /** In this month; its last day is the last in time. */
    record InMonth(YearMonth month) implements Deadline {}

    /** From the first day of one month to the last of another. */
    record MonthRange(YearMonth from, YearMonth to) implements Deadline {}

    /** In each of these months, two at least. */
    record MonthList(List<YearMonth> months) implements Deadline {

        public MonthList {
            months = List.copyOf(months);
        }
    }

    /** On a day whose year is not named; {@code yearly}: every year anew. */
    record SeasonOnDay(MonthDay day, boolean yearly) implements Deadline {}

    /** By a day whose year is not named. */
    record SeasonByDay(MonthDay day, boolean yearly) implements Deadline {}

    /** Between two days whose year is not named; may cross New Year. */
    record SeasonDays(MonthDay from, MonthDay to, boolean yearly) implements Deadline {}

    /** In months whose year is not named, one month or a run of them; may cross New Year. */
    record SeasonMonths(Month from, Month to, boolean yearly) implements Deadline {}

    /** In each of these months whose year is not named, two at least, in the author's order. */
    record SeasonMonthList(List<Month> months, boolean yearly) implements Deadline {

        public SeasonMonthList {
            months = List.copyOf(months);
        }
    }

    /**
     * Again and again.
     *
     * @param times how often in each stretch of time
     * @param within when, if not throughout the roadmap's period
     */
    record Recurring(Rhythm rhythm, int times, @Nullable Deadline within) implements Deadline {}

    /** All the time. */
    record WholePeriod(Extent extent) implements Deadline {}

    /** As long as the mentoring programme that the item serves. */
    record ProgrammeTerm() implements Deadline {}

    /**
     * As another plan or schedule says, in the author's words. No date until that plan is attached.
     */
    record ExternalPlan(String reference) implements Deadline {}

    /** Nothing is written. */
    record Unspecified() implements Deadline {}

    /** Must be asked back. The readings are what it may mean, likeliest first; may be none. */
    record Unclear(Question question, List<Deadline> readings) implements Deadline {

        public Unclear {
            readings = List.copyOf(readings);
        }
    }

    /** How long "all the time" is. */
    enum Extent {
        /** The roadmap's whole period. */
        PERIOD,
        SCHOOL_YEAR,
        CALENDAR_YEAR,
        /** A year; whether school or calendar year follows from the roadmap's period. */
        YEAR
    }

    /** The stretch of time in which something recurs. */
    enum Rhythm {
        WEEK,
        MONTH,
        QUARTER,
        HALF_YEAR,
        YEAR
    }

    /** What is not clear. */
    enum Question {
        /** The words are not known. */
        NOT_UNDERSTOOD,
        /** It crosses New Year, but one year is named. */
        CROSSES_NEW_YEAR,
        /** The end lies before the beginning. */
        ENDS_BEFORE_START,
        /** There is no such day. */
        NO_SUCH_DATE,
        /** Several deadlines; which is for what? */
        SEVERAL,
        /** By a month or a year: is it included? */
        END_INCLUDED,
        /** "Beginning", "middle", "end", a season of the year. */
        IMPRECISE,
        /** Half of which year? */
        HALF_OF_WHICH_YEAR,
        /** A beginning without an end. */
        NO_END
    }

    /** Returns the kind by which deadlines are listed and filtered. */
    default DeadlineKind kind() {
        return DeadlineKind.of(this);
    }

    /**
     * Returns the concrete days this means for a roadmap of the given period, in order: one span
     * for each time it is to be done. Named dates are returned as they are, also outside the
     * period; recurring ones only within it. Nothing for those that name no time by themselves.
     */
    default List<Span> spans(Span period) {
        return DeadlineDates.of(this, period);
    }
}
