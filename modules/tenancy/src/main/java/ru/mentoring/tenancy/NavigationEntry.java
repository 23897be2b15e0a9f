package ru.mentoring.tenancy;

import java.util.Set;

/**
 * A page's place in the navigation; modules declare theirs as beans.
 *
 * @param key message key of the label
 * @param path address below the organisation, such as {@code /roadmap}
 * @param icon name of the symbol in the page's sprite
 * @param group message key of the heading it stands under, or empty
 * @param order position among all entries
 * @param permission who sees it
 * @param levels at which levels it exists
 */
public record NavigationEntry(
        String key,
        String path,
        String icon,
        String group,
        int order,
        String permission,
        Set<Level> levels) {}
