package ru.mentoring.tenancy.search;

import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param title what it is called
 * @param kindKey message key of what it is
 * @param detail what tells it from others of the same name, such as a class or a district
 * @param formerly the earlier name under which it was found, if it was found by that only
 * @param path address of its page below the working organisation, such as {@code /people/0198…}
 */
public record Found(
        String title,
        String kindKey,
        @Nullable String detail,
        @Nullable String formerly,
        String path) {

    public Found(String title, String kindKey, @Nullable String detail, String path) {
        this(title, kindKey, detail, null, path);
    }
}
