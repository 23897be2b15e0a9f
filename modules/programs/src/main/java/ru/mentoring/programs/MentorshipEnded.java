package ru.mentoring.programs;

import java.time.LocalDate;
import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** A mentorship is over, completed or dissolved. */
@DomainEvent
public record MentorshipEnded(
        RegionId region, OrgId org, MentorshipId mentorship, EndReason reason, LocalDate on)
        implements TenantEvent {}
