package ru.mentoring.tenancy.members;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.Role;

/**
 * A line of the list of those who have access.
 *
 * @param lastSeen day of the last sign-in anywhere on the platform
 * @param until last day, if the role has a term
 * @param endedAt when it ended, if it has: before its term or with it
 * @param givenBy who gave it; empty if the system did
 * @param onBehalfOf whose rights or duties these are; empty for the own ones
 * @param permissions what was delegated; empty unless something was
 * @param total how many lines the whole list has
 */
public record Membership(
        UUID id,
        UUID account,
        String name,
        String email,
        @Nullable LocalDate lastSeen,
        UUID org,
        OrgKind orgKind,
        String orgName,
        Role role,
        Nature nature,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant endedAt,
        String orderNumber,
        @Nullable LocalDate orderDate,
        String givenBy,
        @Nullable UUID givenFrom,
        String onBehalfOf,
        Set<String> permissions,
        String endedBy,
        long total) {

    public Membership {
        permissions = Set.copyOf(permissions);
    }

    public boolean ended() {
        return endedAt != null;
    }

    /** Says whether the role begins on a day to come. */
    public boolean begins(LocalDate today) {
        return !ended() && from.isAfter(today);
    }
}
