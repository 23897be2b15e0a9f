package ru.mentoringlocal.demo;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns many rows into one array a column, which is how {@code unnest} takes them. */
final class Columns {

    private Columns() {}

    /** The values of a column as texts; the statement casts them to their type. */
    static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        var texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            var cell = value.apply(rows.get(i));
            texts[i] = cell == null ? null : cell.toString();
        }
        return texts;
    }
}
