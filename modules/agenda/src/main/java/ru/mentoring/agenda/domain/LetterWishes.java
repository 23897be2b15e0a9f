package ru.mentoring.agenda.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How somebody wants to be written to about an organisation.
 *
 * @param version counts the changes; 0 as long as nothing has been said
 * @param newTasks whether they want a letter about each new task
 * @param reminders whether they want to be reminded of deadlines
 * @param digest whether they want the digest of the week, if their role gets one
 * @param weekends whether letters may come on Saturdays and Sundays
 * @param quietFrom from when on no letter may come, by the clocks of the region
 * @param quietUntil until when, on the same or the next day; the same time as {@code quietFrom}
 *     means that letters may come at any hour
 */
public record LetterWishes(
        long version,
        boolean newTasks,
        boolean reminders,
        boolean digest,
        boolean weekends,
        LocalTime quietFrom,
        LocalTime quietUntil) {

    /** What holds for whoever has said nothing: letters in the hours in which schools work. */
    public static final LetterWishes USUAL =
            new LetterWishes(0, true, true, true, false, LocalTime.of(21, 0), LocalTime.of(8, 0));

    /** What a letter can be about. */
    public enum Occasion {
        /** Somebody has a new task. */
        NEW,
        /** A deadline comes near. */
        BEFORE,
        /** A deadline is over. */
        LATE,
        /** Whoever waits for it asks again. */
        ASKED,
        /** How the organisation's tasks stand, once a week. */
        DIGEST
    }

    /** Says whether a letter about this is wanted at all. */
    public boolean want(Occasion occasion) {
        return switch (occasion) {
            case NEW -> newTasks;
            case BEFORE, LATE, ASKED -> reminders;
            case DIGEST -> digest;
        };
    }

    /** Returns the first moment from {@code now} on at which a letter may come. */
    public Instant earliest(Instant now, ZoneId zone) {
        var moment = now.atZone(zone);
        while (isQuiet(moment.toLocalTime()) || isWeekend(moment)) {
            moment =
                    isQuiet(moment.toLocalTime())
                            ? endOfQuiet(moment)
                            : moment.toLocalDate().plusDays(1).atStartOfDay(zone);
        }
        return moment.toInstant();
    }

    private boolean isQuiet(LocalTime time) {
        if (quietFrom.equals(quietUntil)) {
            return false;
        }
        boolean begun = !time.isBefore(quietFrom);
        boolean going = time.isBefore(quietUntil);
        return quietFrom.isBefore(quietUntil) ? begun && going : begun || going;
    }

    private boolean isWeekend(ZonedDateTime moment) {
        return !weekends && moment.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    private ZonedDateTime endOfQuiet(ZonedDateTime moment) {
        var day = moment.toLocalDate();
        return (moment.toLocalTime().isBefore(quietUntil) ? day : day.plusDays(1))
                .atTime(quietUntil)
                .atZone(moment.getZone());
    }
}
