package ru.mentoring.tenancy.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next what to ask with {@code after} for the part that follows; none at the end
 */
record Page<T>(List<T> items, @Nullable String next) {

    /** Makes a page of a list that was read with one item more than the page holds. */
    static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> key) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        var items = oneMore.subList(0, limit);
        return new Page<>(items, key.apply(items.getLast()));
    }
}
