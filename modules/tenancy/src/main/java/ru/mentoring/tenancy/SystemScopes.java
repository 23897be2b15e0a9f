package ru.mentoring.tenancy;

import java.util.List;

/**
 * Scopes in which the system itself works: for consequences of something committed, for schedules
 * and jobs.
 *
 * <p>A consequence still runs when the person who caused it has lost the right since. To be called
 * outside any scope.
 */
public interface SystemScopes {

    /**
     * Returns the system's scope at an organisation.
     *
     * @throws NoSuchOrg if the region has no such organisation
     */
    Scope of(RegionId region, OrgId org);

    /** Returns the scope of the roll-up over a region. */
    Scope rollup(RegionId region);

    /** Returns the system's scope at each regional centre of the installation. */
    List<Scope> regions();
}
