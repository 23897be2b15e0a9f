package ru.mentoring.participants.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;

/**
 * What is written on the card of a person.
 *
 * <p>When a card arrives for a person who is known already, what it leaves out stays as it is: a
 * list that has no column for the phone does not erase phones.
 *
 * @param className the class of a pupil
 * @param post the post or speciality of an adult
 * @param workplace where they work or study, if not at this school
 * @param teachingSince since when a teacher teaches; under three full years makes a young
 *     specialist
 */
public record Card(
        PersonName name,
        Born born,
        Category category,
        @Nullable String className,
        @Nullable String post,
        @Nullable String workplace,
        @Nullable LocalDate teachingSince,
        @Nullable Enterprise enterprise,
        @Nullable String phone,
        @Nullable String email,
        @Nullable Representative representative) {

    public Card {
        className = blankToNull(className);
        post = blankToNull(post);
        workplace = blankToNull(workplace);
        phone = blankToNull(phone);
        email = blankToNull(email);
    }

    /** The same card with another birth. */
    Card born(Born other) {
        return new Card(
                name,
                other,
                category,
                className,
                post,
                workplace,
                teachingSince,
                enterprise,
                phone,
                email,
                representative);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
