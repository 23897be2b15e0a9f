package ru.mentoring.programs.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The order of the school that lets a mentorship start (BR3).
 *
 * @param addendum reference to the addendum to a teacher's contract, where the form needs it (BR10)
 */
public record SigningOrder(
        @Nullable String number, @Nullable LocalDate date, @Nullable String addendum) {

    public SigningOrder {
        number = number == null || number.isBlank() ? null : number.strip();
        addendum = addendum == null || addendum.isBlank() ? null : addendum.strip();
    }
}
