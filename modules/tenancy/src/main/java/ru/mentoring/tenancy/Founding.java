package ru.mentoring.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Opens regions and organisations and gives people their first access.
 *
 * <p>An administrator's tool: it works outside any scope and is not reachable from a page.
 */
public interface Founding {

    /** What an organisation is called. */
    record Naming(String code, String name, String fullName) {}

    /** Opens a region with its regional centre and returns the centre. */
    OrgId openRegion(RegionId region, Naming naming, LocalDate since);

    /** Opens a district below the regional centre. */
    OrgId openDistrict(RegionId region, OrgId centre, Naming naming, LocalDate since);

    /**
     * Opens a school below a district or directly below the regional centre (BR22).
     *
     * @param listedFrom first day on the approved list of participating schools, if it is on it
     *     (BR13)
     */
    OrgId openSchool(
            RegionId region,
            OrgId parent,
            Naming naming,
            boolean small,
            LocalDate since,
            @Nullable LocalDate listedFrom);

    /**
     * Gives somebody a role at an organisation; repeating it changes nothing.
     *
     * @param issuer who vouches for the person's login
     * @param subject the person's identifier at the issuer
     */
    AccountId enrol(
            RegionId region,
            OrgId org,
            Role role,
            String issuer,
            String subject,
            String displayName,
            String email);

    /** Takes a role away at once. Says whether there was one. */
    boolean dismiss(AccountId account, OrgId org, Role role);
}
