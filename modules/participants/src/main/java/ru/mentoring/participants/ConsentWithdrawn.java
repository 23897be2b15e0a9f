package ru.mentoring.participants;

import java.time.LocalDate;
import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/**
 * A consent was taken back. Whoever relied on it must stop in the same transaction: an ordinary
 * event listener, not one after the commit.
 */
@DomainEvent
public record ConsentWithdrawn(
        RegionId region, OrgId org, PersonId person, ConsentKind kind, LocalDate on)
        implements TenantEvent {}
