package ru.mentoring.tenancy.audit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import ru.mentoring.tenancy.audit.AuditLog.Nature;
import ru.mentoring.tenancy.audit.AuditLog.Wanted;

/** What part of the trail somebody wants to see. */
record AuditFilter(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable String person,
        @Nullable String topic,
        @Nullable Nature nature,
        @Nullable String place) {

    /**
     * @param zone by whose clocks days begin and end
     * @param object one object whose history is wanted
     * @param before an entry already seen
     */
    Wanted wanted(ZoneId zone, @Nullable UUID object, @Nullable UUID before) {
        return new Wanted(
                start(from, zone),
                start(to == null ? null : to.plusDays(1), zone),
                text(person),
                text(topic),
                nature,
                text(place),
                object,
                before);
    }

    /** Says whether anything is left out. */
    public boolean active() {
        return from != null
                || to != null
                || nature != null
                || !(text(person) + text(topic) + text(place)).isEmpty();
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
