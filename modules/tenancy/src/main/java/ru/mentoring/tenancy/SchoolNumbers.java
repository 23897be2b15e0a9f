package ru.mentoring.tenancy;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many pupils and teachers schools have at the beginning of a school year, as far as the
 * regional centre has confirmed it.
 */
public interface SchoolNumbers {

    /**
     * The numbers of a school; those that are unknown are empty.
     *
     * @param startYear calendar year in which the school year begins
     * @param from10to14 pupils of ten to fourteen full years on 31 December of that year
     * @param from15to19 pupils of fifteen to nineteen full years on that day
     * @param youngTeachers teachers with less than three years of work
     */
    record Numbers(
            OrgId school,
            int startYear,
            @Nullable Integer from10to14,
            @Nullable Integer from15to19,
            @Nullable Integer youngTeachers) {}

    /**
     * Returns what is known of schools that the current scope reaches, the earliest years first.
     *
     * @param lastStartYear the last school year that is wanted
     */
    List<Numbers> of(Collection<OrgId> schools, int lastStartYear);
}
