package ru.mentoring.programs;

import java.time.LocalDate;
import org.jmolecules.event.annotation.DomainEvent;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.TenantEvent;

/** A meeting has taken place; the second one makes the mentorship count in the figures. */
@DomainEvent
public record MeetingHeld(
        RegionId region,
        OrgId org,
        MentorshipId mentorship,
        MeetingType type,
        int number,
        LocalDate on)
        implements TenantEvent {}
