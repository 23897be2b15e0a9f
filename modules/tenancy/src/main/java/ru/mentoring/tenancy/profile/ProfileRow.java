package ru.mentoring.tenancy.profile;

import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgId;

/**
 * A school of the list with what is stated of it for one year.
 *
 * @param above name of what it stands below
 * @param profile what waits for the centre or was returned, else what holds, if anything
 * @param total how many schools the whole list has
 */
public record ProfileRow(
        OrgId school, String name, String above, @Nullable Profile profile, long total) {}
