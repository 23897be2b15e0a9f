package ru.mentoring.tenancy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The directory and today's tree of the organisations of the current scope's region. */
public interface OrgTree {

    /**
     * Returns an organisation of the region.
     *
     * @throws NoSuchOrg if the region has none with this id
     */
    OrgView organisation(OrgId org);

    /** Returns the organisation directly above, or nothing for the regional centre. */
    Optional<OrgView> parent(OrgId org);

    /** Returns everything below an organisation today, direct and indirect, by name. */
    List<OrgView> below(OrgId org);

    /**
     * Returns all organisations of the region that existed on a day, by name, with the names and
     * below what they had and stood on that day.
     */
    List<OrgView> on(LocalDate day);
}
