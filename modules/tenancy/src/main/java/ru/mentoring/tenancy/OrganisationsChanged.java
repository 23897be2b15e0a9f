package ru.mentoring.tenancy;

import java.time.LocalDate;
import java.util.List;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * The tree of a region has changed on its day. Told once, by the regional centre.
 *
 * @param moved what stands below another organisation now
 * @param succeeded what is carried on by another organisation, and may itself have ended
 */
@DomainEvent
public record OrganisationsChanged(
        RegionId region,
        OrgId org,
        ReorganisationId reorganisation,
        LocalDate day,
        List<Moved> moved,
        List<Succeeded> succeeded)
        implements TenantEvent {

    public record Moved(OrgId org, OrgId from, OrgId to) {}

    public record Succeeded(OrgId predecessor, OrgId successor, boolean ended) {}
}
