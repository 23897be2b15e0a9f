package ru.mentoring.tenancy;

import org.jmolecules.event.annotation.DomainEvent;

/**
 * A school has looked through the list of those who have access to it.
 *
 * @param year the calendar year in which the school year begins
 */
@DomainEvent
public record MembersConfirmed(RegionId region, OrgId org, int year) implements TenantEvent {}
