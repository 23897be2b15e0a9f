package ru.mentoring.tenancy.orglist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.profile.SchoolFacts;

/**
 * What a row of the list says.
 *
 * @param district name or code of what it stands below; empty for the regional centre
 * @param since first day on which it exists; nothing if the row does not say
 * @param listedFrom first day on the list of participating schools, if it is on it (BR13)
 * @param orderNumber of the order that put it there; empty without one
 * @param facts what is known of a school for the running year; nothing if no column tells of it
 */
record ListedOrg(
        OrgKind kind,
        String code,
        String name,
        String fullName,
        String district,
        @Nullable LocalDate since,
        @Nullable LocalDate listedFrom,
        String orderNumber,
        @Nullable LocalDate orderDate,
        @Nullable SchoolFacts facts) {}
