package ru.mentoring.tenancy;

import java.time.LocalDate;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A school has to look through the list of those who have access to it, as every year.
 *
 * @param year the calendar year in which the school year begins
 * @param due the last day to do so
 */
@DomainEvent
public record MembersToConfirm(RegionId region, OrgId org, int year, LocalDate due)
        implements TenantEvent {}
