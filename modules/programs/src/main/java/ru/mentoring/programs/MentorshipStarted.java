package ru.mentoring.programs;

import java.time.LocalDate;
import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** Mentor and mentees may begin: everybody has confirmed and the order is signed. */
@DomainEvent
public record MentorshipStarted(RegionId region, OrgId org, MentorshipId mentorship, LocalDate on)
        implements TenantEvent {}
