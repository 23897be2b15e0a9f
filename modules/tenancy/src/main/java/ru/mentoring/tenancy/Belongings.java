package ru.mentoring.tenancy;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts what of a module's own belongs to organisations, to show before a reorganisation what it
 * touches; modules give theirs as beans.
 */
public interface Belongings {

    /**
     * How many of something belong to one organisation.
     *
     * @param key message key with plural forms that names the something
     * @param number how many, or nothing where the number is too small to be shown above the school
     */
    record Count(String key, OrgId org, @Nullable Long number) {}

    /**
     * Counts for schools that the running scope reaches; what there is nothing of may be left out.
     */
    List<Count> of(Collection<OrgId> schools);
}
