package ru.mentoring.roadmaps;

import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** The organisation above the school has agreed this edition. */
@DomainEvent
public record RoadmapAgreed(RegionId region, OrgId org, RoadmapId roadmap, int edition)
        implements TenantEvent {}
