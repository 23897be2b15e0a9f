package ru.mentoring.tenancy;

import org.jmolecules.event.annotation.DomainEvent;

/**
 * A proposed change of the tree waits no more: it was confirmed, returned or taken back. Told where
 * that was done, at the regional centre or at the district that had proposed it.
 */
@DomainEvent
public record ReorganisationDecided(RegionId region, OrgId org, ReorganisationId reorganisation)
        implements TenantEvent {}
