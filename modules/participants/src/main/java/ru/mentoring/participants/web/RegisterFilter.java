package ru.mentoring.participants.web;

import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.domain.RegisterQueries;
import ru.mentoring.shared.pages.Sorting;

/** What part of a register somebody wants to see. */
record RegisterFilter(
        @Nullable String q,
        @Nullable String className,
        @Nullable Category category,
        @Nullable EntryState state) {

    RegisterQueries.Filter sorted(Sorting sorting) {
        return new RegisterQueries.Filter(
                text(q),
                text(className),
                name(category),
                name(state),
                (sorting.descending() ? "-" : "") + sorting.column());
    }

    /** Says whether anything is left out. */
    public boolean active() {
        return !(text(q) + text(className) + name(category) + name(state)).isBlank();
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
