package ru.mentoring.tenancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The seasons of the current scope's organisation. */
public interface Seasons {

    /**
     * Returns the active season, opening the school year that covers today if the organisation has
     * none yet.
     */
    SeasonView current(Track track);

    /** Returns the season that covers a day. */
    Optional<SeasonView> on(Track track, LocalDate day);

    /** Returns all seasons, latest first. */
    List<SeasonView> all(Track track);

    /**
     * Opens the school year that starts on 1 September of the given year and makes it the active
     * one; an earlier active season is closed. Opening a year that exists changes nothing but makes
     * it active.
     */
    SeasonView open(Track track, int startYear);
}
