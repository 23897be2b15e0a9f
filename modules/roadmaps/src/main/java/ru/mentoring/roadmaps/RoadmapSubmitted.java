package ru.mentoring.roadmaps;

import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** A school has sent this edition of its roadmap to whoever has to agree it. */
@DomainEvent
public record RoadmapSubmitted(RegionId region, OrgId org, RoadmapId roadmap, int edition)
        implements TenantEvent {}
