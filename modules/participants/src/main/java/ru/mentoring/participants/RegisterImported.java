package ru.mentoring.participants;

import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** All good rows of an uploaded file stand in the registers. */
@DomainEvent
public record RegisterImported(
        RegionId region, OrgId org, ImportId file, int created, int updated, int unchanged)
        implements TenantEvent {}
