package ru.mentoring.shared.pages;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which column a table is sorted.
 *
 * <p>The query parameter {@code sort} carries the column's name, with a hyphen before it for the
 * descending order. A name is safe to switch on, never to put into SQL: it comes from a fixed set.
 *
 * @param column one of the columns the table can be sorted by
 * @param descending whether the greatest comes first
 */
public record Sorting(String column, boolean descending) {

    /** The query parameter that carries the order. */
    public static final String PARAMETER = "sort";

    /** Reads the parameter; whatever is not one of the columns gives the first-named order. */
    public static Sorting read(@Nullable String parameter, String usual, Set<String> columns) {
        var wanted = parameter == null || parameter.isBlank() ? usual : parameter;
        var sorting = parse(wanted);
        return columns.contains(sorting.column()) ? sorting : parse(usual);
    }

    private static Sorting parse(String parameter) {
        return parameter.startsWith("-")
                ? new Sorting(parameter.substring(1), true)
                : new Sorting(parameter, false);
    }

    /** Returns the parameter's value that sorts by this column next. */
    public String next(String column) {
        return this.column.equals(column) && !descending ? "-" + column : column;
    }

    /** Returns the value of {@code aria-sort} for this column, or null if it does not sort. */
    public @Nullable String aria(String column) {
        if (!this.column.equals(column)) {
            return null;
        }
        return descending ? "descending" : "ascending";
    }
}
