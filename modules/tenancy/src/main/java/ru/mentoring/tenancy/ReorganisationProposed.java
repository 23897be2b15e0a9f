package ru.mentoring.tenancy;

import java.time.LocalDate;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A district has proposed a change of the tree, about which the regional centre has to decide. Told
 * at the district.
 *
 * @param day from which day on the tree is to be different
 */
@DomainEvent
public record ReorganisationProposed(
        RegionId region, OrgId org, ReorganisationId reorganisation, LocalDate day)
        implements TenantEvent {}
