package ru.mentoring.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as it was on a day, with the name and the place in the tree of that day.
 *
 * @param code short code, unique among the organisations of its kind in the region
 * @param small whether thresholds for small schools apply (BR18)
 * @param openedOn first day of its existence
 * @param closedOn first day on which it does not exist any more, if that is known
 * @param listed whether it was on the approved list of participating schools (BR13)
 * @param parent the organisation directly above it; none for the regional centre
 */
public record OrgOnDay(
        OrgId id,
        OrgKind kind,
        String code,
        String name,
        String fullName,
        boolean small,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        boolean listed,
        @Nullable OrgId parent) {}
