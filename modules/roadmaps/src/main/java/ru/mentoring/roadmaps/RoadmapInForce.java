package ru.mentoring.roadmaps;

import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** The school's director has approved the roadmap by an order; it is in force. */
@DomainEvent
public record RoadmapInForce(RegionId region, OrgId org, RoadmapId roadmap, int edition)
        implements TenantEvent {}
