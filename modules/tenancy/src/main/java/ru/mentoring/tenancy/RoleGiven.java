package ru.mentoring.tenancy;

import java.time.LocalDate;
import org.jmolecules.event.annotation.DomainEvent;

/** Somebody has been given a role at an organisation, from a day on. */
@DomainEvent
public record RoleGiven(
        RegionId region,
        OrgId org,
        MembershipId membership,
        AccountId account,
        Role role,
        LocalDate from)
        implements TenantEvent {}
