package ru.mentoring.participants;

import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** Somebody entered a register by hand, with or without consent yet. */
@DomainEvent
public record PersonRegistered(
        RegionId region, OrgId org, PersonId person, EntryId entry, Side side)
        implements TenantEvent {}
