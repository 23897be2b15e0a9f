package ru.mentoring.tenancy;

import org.jmolecules.event.annotation.DomainEvent;

/**
 * Somebody has lost a role at an organisation.
 *
 * @param orphaned whether nobody else carries the role there now
 */
@DomainEvent
public record RoleTaken(
        RegionId region,
        OrgId org,
        MembershipId membership,
        AccountId account,
        Role role,
        boolean orphaned)
        implements TenantEvent {}
