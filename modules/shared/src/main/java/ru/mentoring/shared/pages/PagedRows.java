package ru.mentoring.shared.pages;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The rows of one page of a list, with the page they are on.
 *
 * @param paging which page it is, of how many rows
 */
public record PagedRows<T>(Paging paging, List<T> rows) {

    public PagedRows {
        rows = List.copyOf(rows);
    }

    /** A list in a fixed order, read in parts. */
    @FunctionalInterface
    public interface Source<T> {

        /** Returns at most {@code limit} rows after passing over {@code offset}. */
        List<T> read(int offset, int limit);
    }

    /**
     * Reads the page with this number, or the nearest one there is: whoever asks for more pages
     * than a list has, be it that rows have gone since, sees the last one.
     *
     * @param total tells of any row how many the whole list has
     */
    public static <T> PagedRows<T> read(String page, ToLongFunction<T> total, Source<T> source) {
        int wanted = Paging.number(page);
        var rows = source.read((wanted - 1) * Paging.USUAL_SIZE, Paging.USUAL_SIZE);
        if (!rows.isEmpty() || wanted == 1) {
            return new PagedRows<>(Paging.of(wanted, total(rows, total)), rows);
        }
        var last = Paging.of(wanted, total(source.read(0, 1), total));
        return new PagedRows<>(
                last, source.read(Math.toIntExact(last.offset()), Paging.USUAL_SIZE));
    }

    private static <T> long total(List<T> rows, ToLongFunction<T> total) {
        return rows.isEmpty() ? 0 : total.applyAsLong(rows.getFirst());
    }
}
