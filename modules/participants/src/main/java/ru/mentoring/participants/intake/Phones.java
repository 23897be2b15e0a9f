package ru.mentoring.participants.intake;

import java.util.Optional;

/** Reads Russian phone numbers. */
final class Phones {

    private Phones() {}

    /** Returns the number as {@code +7 900 000-00-00}; nothing if the digits make none. */
    static Optional<String> normalise(String text) {
        var digits = text.replaceAll("\\D", "");
        if (digits.length() == 11 && (digits.startsWith("8") || digits.startsWith("7"))) {
            digits = digits.substring(1);
        }
        return digits.length() != 10
                ? Optional.empty()
                : Optional.of(
                        "+7 %s %s-%s-%s"
                                .formatted(
                                        digits.substring(0, 3),
                                        digits.substring(3, 6),
                                        digits.substring(6, 8),
                                        digits.substring(8)));
    }
}
