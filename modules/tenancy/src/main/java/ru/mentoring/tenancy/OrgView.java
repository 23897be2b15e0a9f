package ru.mentoring.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the directory of the region shows it.
 *
 * @param code short code, unique among the organisations of its kind in the region
 * @param name short name by the charter
 * @param parent the organisation directly above it today; none for the regional centre
 * @param small whether thresholds for small schools apply (BR18)
 * @param listedFrom first day on the approved list of participating schools, if any (BR13)
 * @param listedTo last day on that list, if it has left it
 */
public record OrgView(
        OrgId id,
        OrgKind kind,
        String code,
        String name,
        String fullName,
        @Nullable OrgId parent,
        boolean small,
        @Nullable LocalDate listedFrom,
        @Nullable LocalDate listedTo) {

    /**
     * Says whether the organisation's data counts upward on a day (BR13). Only schools have to be
     * on the list.
     */
    public boolean countsUpwardOn(LocalDate day) {
        return kind != OrgKind.SCHOOL
                || (listedFrom != null
                        && !day.isBefore(listedFrom)
                        && (listedTo == null || !day.isAfter(listedTo)));
    }
}
