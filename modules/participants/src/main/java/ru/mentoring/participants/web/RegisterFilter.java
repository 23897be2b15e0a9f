package ru.mentoring.participants.web;

import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.domain.RegisterQueries;
import ru.mentoring.shared.pages.Sorting;

/** What part of a register somebody wants to see. */
record RegisterFilter(
        @Nullable String q,
        @Nullable String className,
        @Nullable String category,
        @Nullable String state) {

    RegisterQueries.Filter sorted(Sorting sorting) {
        return new RegisterQueries.Filter(
                text(q),
                text(className),
                text(category),
                text(state),
                (sorting.descending() ? "-" : "") + sorting.column());
    }

    /** Says whether anything is left out. */
    public boolean active() {
        return !(text(q) + text(className) + text(category) + text(state)).isBlank();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
