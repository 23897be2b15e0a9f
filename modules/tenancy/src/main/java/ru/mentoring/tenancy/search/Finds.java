package ru.mentoring.tenancy.search;

import java.util.List;

/**
 * What one kind of things has to show for a search.
 *
 * @param shown the best, the nearest first
 * @param more whether there are others that were left out
 * @param similar whether nothing fits as typed and these fit only with typing errors forgiven
 */
public record Finds(List<Found> shown, boolean more, boolean similar) {

    public static final Finds NONE = new Finds(List.of(), false, false);

    public Finds {
        shown = List.copyOf(shown);
    }
}
