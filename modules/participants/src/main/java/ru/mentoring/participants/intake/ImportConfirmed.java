package ru.mentoring.participants.intake;

import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.participants.ImportId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** Somebody has looked at the preview and wants the good rows in the registers. */
@DomainEvent
record ImportConfirmed(RegionId region, OrgId org, ImportId file) implements TenantEvent {}
