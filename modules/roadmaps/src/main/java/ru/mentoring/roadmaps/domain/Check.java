package ru.mentoring.roadmaps.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.Span;

/**
 * Something that a machine can say about a roadmap before a person reads it.
 *
 * @param rows numbers of the rows it is about; none if all is well
 */
public record Check(Subject subject, List<String> rows) {

    public Check {
        rows = List.copyOf(rows);
    }

    /** What is looked at. */
    public enum Subject {
        /** Each row says who is responsible. */
        RESPONSIBLE,
        /** Each row says what comes of it. */
        RESULT,
        /** Dates lie within the roadmap's period. */
        PERIOD,
        /**
         * Deadlines name a time by themselves, and not another plan. Unclear ones are a question,
         * which keeps the roadmap from being sent.
         */
        DATED,
        /** No number stands twice. */
        NUMBERS
    }

    public boolean isGood() {
        return rows.isEmpty();
    }

    /** Looks at all rows. */
    static List<Check> of(List<Wording> rows, Span period) {
        var checks = new ArrayList<Check>();
        checks.add(
                faulty(
                        Subject.RESPONSIBLE,
                        rows,
                        row -> row.responsible().stream().allMatch(String::isBlank)));
        checks.add(faulty(Subject.RESULT, rows, row -> row.result().isBlank()));
        checks.add(faulty(Subject.PERIOD, rows, row -> leaves(row.deadline(), period)));
        checks.add(faulty(Subject.DATED, rows, row -> isUndated(row.deadline())));
        var repeated = repeated(rows);
        checks.add(faulty(Subject.NUMBERS, rows, row -> repeated.contains(row.number())));
        return checks;
    }

    private static Check faulty(Subject subject, List<Wording> rows, Predicate<Wording> fault) {
        return new Check(
                subject,
                rows.stream()
                        .filter(fault)
                        .map(row -> row.number().isBlank() ? row.title() : row.spokenNumber())
                        .distinct()
                        .toList());
    }

    private static boolean leaves(Deadline deadline, Span period) {
        return deadline.spans(period).stream()
                .anyMatch(span ->
                        span.from().isBefore(period.from()) || span.to().isAfter(period.to()));
    }

    private static boolean isUndated(Deadline deadline) {
        return switch (deadline) {
            case Deadline.ExternalPlan _, Deadline.Unspecified _ -> true;
            case Deadline.OnDate _,
                    Deadline.ByDate _,
                    Deadline.DateRange _,
                    Deadline.InMonth _,
                    Deadline.MonthRange _,
                    Deadline.MonthList _,
                    Deadline.SeasonOnDay _,
                    Deadline.SeasonByDay _,
                    Deadline.SeasonDays _,
                    Deadline.SeasonMonths _,
                    Deadline.SeasonMonthList _,
                    Deadline.Recurring _,
                    Deadline.WholePeriod _,
                    Deadline.ProgrammeTerm _,
                    Deadline.Unclear _ ->
                    false;
        };
    }

    private static Set<String> repeated(List<Wording> rows) {
        var seen = new HashSet<String>();
        return rows.stream()
                .map(Wording::number)
                .filter(number -> !number.isBlank())
                .filter(number -> !seen.add(number))
                .collect(Collectors.toSet());
    }
}
