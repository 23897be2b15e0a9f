package ru.mentoring.tenancy;

import java.time.LocalDate;

/**
 * One run of the programme in an organisation.
 *
 * @param startYear the calendar year in which it starts: 2026 for the school year 2026/27
 * @param active whether work goes on in it; at most one for each organisation and track (BR1)
 */
public record SeasonView(
        SeasonId id,
        Track track,
        int startYear,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean active) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
}
