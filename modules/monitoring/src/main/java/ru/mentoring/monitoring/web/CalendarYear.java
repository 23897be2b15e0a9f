package ru.mentoring.monitoring.web;

import java.util.Optional;

/** A year for which there may be figures, as it stands in an address. */
record CalendarYear(int value) {

    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    /**
     * Reads a year from an address.
     *
     * @throws NoSuchYear if it is no number or no year of which the programme could know anything
     */
    static CalendarYear read(String text) {
        if (!text.matches("[0-9]{4}")) {
            throw new NoSuchYear();
        }
        int year = Integer.parseInt(text);
        if (year < FIRST || year > LAST) {
            throw new NoSuchYear();
        }
        return new CalendarYear(year);
    }

    /** Returns the year before, if there is a page for it. */
    Optional<CalendarYear> before() {
        return value > FIRST ? Optional.of(new CalendarYear(value - 1)) : Optional.empty();
    }

    /** Returns the year after, if there is a page for it. */
    Optional<CalendarYear> after() {
        return value < LAST ? Optional.of(new CalendarYear(value + 1)) : Optional.empty();
    }

    /** Returns the year without thousands marks. */
    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
