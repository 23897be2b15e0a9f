package ru.mentoring.agenda.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;

/**
 * A task that waits for somebody, as those see it whose task it is.
 *
 * @param version counts the changes; whoever changes it says which one they have seen
 * @param path the page where it is done, below the address of {@code org}
 * @param since when it was put
 * @param from the organisation that has put it
 * @param roles who does it: anybody with one of these; none where it is one person's
 * @param account the one person whose it is
 */
public record OpenTask(
        UUID id,
        long version,
        OrgId org,
        String titleKey,
        List<String> titleArguments,
        @Nullable LocalDate due,
        String path,
        Instant since,
        OrgId from,
        Set<Role> roles,
        @Nullable AccountId account,
        Optional<Postponement> postponement) {

    /** When a deadline is near or over, the pause may only be short. */
    private static final int LONGEST_PAUSE_WHEN_LATE = 14;

    private static final int LONGEST_PAUSE = 90;

    public OpenTask {
        titleArguments = List.copyOf(titleArguments);
        roles = Set.copyOf(roles);
    }

    /**
     * A task set aside.
     *
     * @param until the day on which it is among the others again
     * @param by who has set it aside
     */
    public record Postponement(LocalDate until, String because, AccountId by) {}

    /** Says whether its deadline is over. */
    public boolean isLateOn(LocalDate day) {
        return due != null && due.isBefore(day);
    }

    /** Says whether it is set aside on that day. */
    public boolean isAsideOn(LocalDate day) {
        return postponement.filter(pause -> pause.until().isAfter(day)).isPresent();
    }

    /**
     * Returns the last day until which it may be set aside: its deadline, two weeks from today
     * where that is over or nearer, three months where there is none. Nobody can put off by it what
     * others have a right to on a day.
     */
    public LocalDate latestPause(LocalDate today) {
        if (due == null) {
            return today.plusDays(LONGEST_PAUSE);
        }
        return due.isAfter(today) ? due : today.plusDays(LONGEST_PAUSE_WHEN_LATE);
    }
}
