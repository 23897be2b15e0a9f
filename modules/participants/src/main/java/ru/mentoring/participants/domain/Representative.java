package ru.mentoring.participants.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks and signs for a minor.
 *
 * @param name full name
 * @param phone how to reach them, if known
 */
public record Representative(String name, @Nullable String phone) {

    public Representative {
        name = name.strip();
        phone = phone == null || phone.isBlank() ? null : phone.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A representative has a name");
        }
    }
}
