package ru.mentoring.roadmaps.recognition;

import java.time.LocalDate;
import ru.mentoring.roadmaps.recognition.deadline.Span;

/**
 * The time for which a roadmap is made.
 *
 * @param to the last day; {@link LocalDate#MAX} if it is open
 */
public record RoadmapPeriod(Kind kind, LocalDate from, LocalDate to) {

    public enum Kind {
        CALENDAR_YEAR,
        SCHOOL_YEAR,
        SEVERAL_YEARS,
        OPEN
    }

    static RoadmapPeriod calendarYear(int year) {
        return of(Kind.CALENDAR_YEAR, Span.calendarYear(year));
    }

    static RoadmapPeriod schoolYear(int year) {
        return of(Kind.SCHOOL_YEAR, Span.schoolYear(year));
    }

    static RoadmapPeriod years(int first, int last) {
        return new RoadmapPeriod(
                Kind.SEVERAL_YEARS, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    static RoadmapPeriod since(LocalDate day) {
        return new RoadmapPeriod(Kind.OPEN, day, LocalDate.MAX);
    }

    private static RoadmapPeriod of(Kind kind, Span span) {
        return new RoadmapPeriod(kind, span.from(), span.to());
    }

    /** Returns its days. */
    public Span span() {
        return new Span(from, to);
    }
}
