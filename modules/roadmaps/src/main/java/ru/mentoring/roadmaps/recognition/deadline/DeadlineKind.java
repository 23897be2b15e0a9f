package ru.mentoring.roadmaps.recognition.deadline;

import java.time.Month;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.DateRange;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Rhythm;

/** The kinds of deadlines the product knows. */
public enum DeadlineKind {
    ON_DATE,
    BY_DATE,
    DATE_RANGE,
    MONTH,
    MONTH_RANGE,
    MONTH_LIST,
    WHOLE_PERIOD,
    QUARTERLY,
    /** Recurring, but not quarterly. */
    RECURRING,
    ANNUAL_BY_DATE,
    ANNUAL_MONTH,
    ANNUAL_WINDOW,
    PROGRAMME_TERM,
    EXTERNAL_PLAN,
    UNSPECIFIED,
    /** To be asked back. */
    UNCLEAR;

    static DeadlineKind of(Deadline deadline) {
        return switch (deadline) {
            case Deadline.OnDate _ -> ON_DATE;
            case Deadline.ByDate _ -> BY_DATE;
            case DateRange _ -> DATE_RANGE;
            case Deadline.InMonth _ -> MONTH;
            case Deadline.MonthRange _ -> MONTH_RANGE;
            case Deadline.MonthList _ -> MONTH_LIST;
            case Deadline.SeasonOnDay(_, boolean yearly) -> yearly ? ANNUAL_WINDOW : ON_DATE;
            case Deadline.SeasonByDay(_, boolean yearly) -> yearly ? ANNUAL_BY_DATE : BY_DATE;
            case Deadline.SeasonDays(_, _, boolean yearly) -> yearly ? ANNUAL_WINDOW : DATE_RANGE;
            case Deadline.SeasonMonths(Month from, Month to, boolean yearly) ->
                    from == to
                            ? (yearly ? ANNUAL_MONTH : MONTH)
                            : (yearly ? ANNUAL_WINDOW : MONTH_RANGE);
            case Deadline.SeasonMonthList(_, boolean yearly) -> yearly ? ANNUAL_WINDOW : MONTH_LIST;
            case Deadline.Recurring(Rhythm rhythm, int times, _) ->
                    rhythm == Rhythm.QUARTER && times == 1 ? QUARTERLY : RECURRING;
            case Deadline.WholePeriod _ -> WHOLE_PERIOD;
            case Deadline.ProgrammeTerm _ -> PROGRAMME_TERM;
            case Deadline.ExternalPlan _ -> EXTERNAL_PLAN;
            case Deadline.Unspecified _ -> UNSPECIFIED;
            case Deadline.Unclear _ -> UNCLEAR;
        };
    }
}
