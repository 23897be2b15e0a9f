package ru.mentoring.roadmaps.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.Span;

/**
 * Guesses the period of a roadmap that names none: by its deadlines, by the day of its approval, by
 * the day on which it is read. It is asked back in any case.
 */
record PeriodGuess(List<Deadline> deadlines, LocalDate today) {

    RoadmapPeriod period(@Nullable LocalDate approved) {
        boolean everyYear = deadlines.stream().anyMatch(PeriodGuess::isYearly);
        if (everyYear && approved != null) {
            return RoadmapPeriod.since(approved);
        }
        List<Span> named =
                deadlines.stream().flatMap(deadline -> dated(deadline).stream()).toList();
        if (named.isEmpty()) {
            return RoadmapPeriod.schoolYear(schoolYearOf(approved == null ? today : approved));
        }
        LocalDate first = named.stream().map(Span::to).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = named.stream().map(Span::to).max(LocalDate::compareTo).orElseThrow();
        if (everyYear) {
            return RoadmapPeriod.since(first);
        }
        boolean oneYear = first.getYear() == last.getYear();
        return oneYear && first.getMonthValue() < 8
                ? RoadmapPeriod.calendarYear(first.getYear())
                : RoadmapPeriod.schoolYear(schoolYearOf(first));
    }

    /** Papers for a school year are often signed, and first due, in August. */
    private static int schoolYearOf(LocalDate day) {
        return day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1;
    }

    private static boolean isYearly(Deadline deadline) {
        return switch (deadline) {
            case Deadline.SeasonByDay(_, boolean yearly) -> yearly;
            case Deadline.SeasonMonths(_, _, boolean yearly) -> yearly;
            case Deadline.SeasonOnDay(_, boolean yearly) -> yearly;
            case Deadline.SeasonDays(_, _, boolean yearly) -> yearly;
            case Deadline.SeasonMonthList(_, boolean yearly) -> yearly;
            default -> false;
        };
    }

    private static Optional<Span> dated(Deadline deadline) {
        return switch (deadline) {
            case Deadline.OnDate(LocalDate day) -> Optional.of(Span.day(day));
            case Deadline.ByDate(LocalDate day) -> Optional.of(Span.day(day));
            case Deadline.DateRange(LocalDate from, LocalDate to) ->
                    Optional.of(new Span(from, to));
            case Deadline.InMonth(var month) -> Optional.of(Span.months(month, month));
            case Deadline.MonthRange(var from, var to) -> Optional.of(Span.months(from, to));
            default -> Optional.empty();
        };
    }
}
