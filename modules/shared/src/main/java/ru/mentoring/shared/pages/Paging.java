package ru.mentoring.shared.pages;

/**
 * Which part of a long list a page shows.
 *
 * @param page number of the page, counted from 1
 * @param size how many rows a page has
 * @param total how many rows there are
 */
public record Paging(int page, int size, long total) {

    /** The query parameter that carries the page number. */
    public static final String PARAMETER = "page";

    /** How many rows a page has where nothing else is said. */
    public static final int USUAL_SIZE = 50;

    /** No list is so long; guards the arithmetic against whatever stands in an address. */
    private static final int MOST_PAGES = 100_000;

    public Paging {
        if (size < 1 || total < 0) {
            throw new IllegalArgumentException("Nothing can be paged by " + size + " of " + total);
        }
        long last = Math.max(1, (total + size - 1) / size);
        page = (int) Math.clamp(page, 1, last);
    }

    /**
     * Reads a page number as it may stand in an address that somebody has changed by hand; what is
     * no number is the first page.
     */
    public static int number(String wanted) {
        try {
            return (int) Math.clamp(Long.parseLong(wanted.strip()), 1, MOST_PAGES);
        } catch (NumberFormatException unreadable) {
            return 1;
        }
    }

    /** Returns the page with this number, or the nearest one there is. */
    public static Paging of(int page, long total) {
        return new Paging(page, USUAL_SIZE, total);
    }

    /** Returns how many rows come before this page. */
    public long offset() {
        return (long) (page - 1) * size;
    }

    /** Returns the number of the first row, counted from 1; 0 if there is none. */
    public long first() {
        return total == 0 ? 0 : offset() + 1;
    }

    /** Returns the number of the last row of this page. */
    public long last() {
        return Math.min(offset() + size, total);
    }

    /** Returns whether there is a page before this one. */
    public boolean hasPrevious() {
        return page > 1;
    }

    /** Returns whether there is a page after this one. */
    public boolean hasNext() {
        return last() < total;
    }
}
