package ru.mentoring.tenancy;

/**
 * A domain event that happened at an organisation.
 *
 * <p>Listeners run in a system scope of that organisation. Events carry ids and facts, never names.
 */
public interface TenantEvent {

    RegionId region();

    OrgId org();
}
