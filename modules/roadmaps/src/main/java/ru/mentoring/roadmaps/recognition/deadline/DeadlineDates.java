package ru.mentoring.roadmaps.recognition.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Extent;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Rhythm;

/** Works out the concrete days of a deadline in a period. */
final class DeadlineDates {

    /** A roadmap without an end is looked at this many years ahead. */
    private static final int LONGEST_PERIOD = 12;

    private DeadlineDates() {}

    static List<Span> of(Deadline deadline, Span period) {
        return switch (deadline) {
            case Deadline.OnDate(LocalDate day) -> List.of(Span.day(day));
            case Deadline.ByDate(LocalDate day) -> List.of(until(day, period));
            case Deadline.DateRange(LocalDate from, LocalDate to) -> List.of(new Span(from, to));
            case Deadline.InMonth(YearMonth month) -> List.of(Span.months(month, month));
            case Deadline.MonthRange(YearMonth from, YearMonth to) ->
                    List.of(Span.months(from, to));
            case Deadline.MonthList(List<YearMonth> months) ->
                    months.stream().map(month -> Span.months(month, month)).toList();
            case Deadline.SeasonOnDay(MonthDay day, boolean yearly) ->
                    seasons(period, yearly, year -> Span.day(day.atYear(year)));
            case Deadline.SeasonByDay(MonthDay day, boolean yearly) ->
                    seasons(period, yearly, year -> Span.day(day.atYear(year))).stream()
                            .map(span -> until(span.to(), period))
                            .toList();
            case Deadline.SeasonDays(MonthDay from, MonthDay to, boolean yearly) ->
                    seasons(
                            period,
                            yearly,
                            year ->
                                    new Span(
                                            from.atYear(year),
                                            to.atYear(to.isBefore(from) ? year + 1 : year)));
            case Deadline.SeasonMonths(Month from, Month to, boolean yearly) ->
                    seasons(period, yearly, year -> months(from, to, year));
            case Deadline.SeasonMonthList(List<Month> months, boolean yearly) ->
                    months.stream()
                            .flatMap(month ->
                                    seasons(period, yearly, year -> months(month, month, year))
                                            .stream())
                            .sorted(Comparator.comparing(Span::from))
                            .toList();
            case Deadline.Recurring recurring -> recurring(recurring, period);
            case Deadline.WholePeriod(Extent extent) -> throughout(extent, period);
            case Deadline.ProgrammeTerm _,
                    Deadline.ExternalPlan _,
                    Deadline.Unspecified _,
                    Deadline.Unclear _ ->
                    List.of();
        };
    }

    /** Work that has only an end may begin with the period, unless it is due before that. */
    private static Span until(LocalDate day, Span period) {
        return day.isBefore(period.from()) ? Span.day(day) : new Span(period.from(), day);
    }

    private static Span months(Month from, Month to, int year) {
        return Span.months(
                YearMonth.of(year, from),
                YearMonth.of(to.compareTo(from) < 0 ? year + 1 : year, to));
    }

    /**
     * Each year's occurrence that ends within the period, or the first one if it is to be done
     * once. A single one that no year brings into the period is taken from the year in which the
     * period begins.
     */
    private static List<Span> seasons(Span period, boolean yearly, IntFunction<Span> inYear) {
        var spans = new ArrayList<Span>();
        for (int year = period.from().getYear() - 1; year <= lastYear(period); year++) {
            Span span = inYear.apply(year);
            if (!span.to().isBefore(period.from()) && !span.to().isAfter(period.to())) {
                spans.add(span);
            }
        }
        if (yearly) {
            return spans;
        }
        return List.of(spans.isEmpty() ? inYear.apply(period.from().getYear()) : spans.getFirst());
    }

    private static int lastYear(Span period) {
        return Math.min(period.to().getYear(), period.from().getYear() + LONGEST_PERIOD);
    }

    private static List<Span> throughout(Extent extent, Span period) {
        return switch (extent) {
            case PERIOD, YEAR -> List.of(period);
            case SCHOOL_YEAR -> years(period, Span::schoolYear);
            case CALENDAR_YEAR -> years(period, Span::calendarYear);
        };
    }

    private static List<Span> years(Span period, IntFunction<Span> inYear) {
        var spans = new ArrayList<Span>();
        for (int year = period.from().getYear() - 1; year <= lastYear(period); year++) {
            if (inYear.apply(year).meets(period)) {
                spans.add(inYear.apply(year).within(period));
            }
        }
        return spans;
    }

    private static List<Span> recurring(Deadline.Recurring recurring, Span period) {
        Deadline within = recurring.within();
        var spans = new ArrayList<Span>();
        for (Span frame : within == null ? List.of(period) : of(within, period)) {
            LocalDate start = startOf(recurring.rhythm(), frame.from());
            LocalDate horizon = frame.from().plusYears(LONGEST_PERIOD);
            while (!start.isAfter(frame.to()) && start.isBefore(horizon)) {
                LocalDate next = next(recurring.rhythm(), start);
                spans.add(new Span(start, next.minusDays(1)).within(frame));
                start = next;
            }
        }
        return spans;
    }

    private static LocalDate startOf(Rhythm rhythm, LocalDate day) {
        int month = day.getMonthValue() - 1;
        return switch (rhythm) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), month / 3 * 3 + 1, 1);
            case HALF_YEAR -> LocalDate.of(day.getYear(), month / 6 * 6 + 1, 1);
            case YEAR -> day;
        };
    }

    private static LocalDate next(Rhythm rhythm, LocalDate start) {
        return switch (rhythm) {
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case HALF_YEAR -> start.plusMonths(6);
            case YEAR -> start.plusYears(1);
        };
    }
}
