package ru.mentoring.tenancy;

import java.time.LocalDate;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * An organisation stands below another one from a day on. Told at the organisation itself, so that
 * its own things can follow it; {@link OrganisationsChanged} tells the centre of all at once.
 */
@DomainEvent
public record OrgMoved(RegionId region, OrgId org, OrgId from, OrgId to, LocalDate day)
        implements TenantEvent {}
