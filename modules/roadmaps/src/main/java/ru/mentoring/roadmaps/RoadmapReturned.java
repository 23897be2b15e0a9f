package ru.mentoring.roadmaps;

import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** An edition came back to its school with remarks. */
@DomainEvent
public record RoadmapReturned(RegionId region, OrgId org, RoadmapId roadmap, int edition)
        implements TenantEvent {}
