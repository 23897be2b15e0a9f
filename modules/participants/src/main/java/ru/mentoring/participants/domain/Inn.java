package ru.mentoring.participants.domain;

import java.util.Optional;

/** Taxpayer number of an enterprise (10 digits) or an individual entrepreneur (12 digits). */
public record Inn(String value) {

    private static final int[] TENTH = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] ELEVENTH = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] TWELFTH = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    public Inn {
        if (!valid(value)) {
            throw new IllegalArgumentException("The check digits of the taxpayer number are wrong");
        }
    }

    /** Reads a number with or without spaces; nothing if its check digits are wrong. */
    public static Optional<Inn> parse(String text) {
        var digits = text.replaceAll("[\\s\\u00A0]", "");
        return valid(digits) ? Optional.of(new Inn(digits)) : Optional.empty();
    }

    private static boolean valid(String digits) {
        if (!digits.matches("\\d{10}|\\d{12}") || digits.matches("0+")) {
            return false;
        }
        return digits.length() == 10
                ? checks(digits, TENTH)
                : checks(digits, ELEVENTH) && checks(digits, TWELFTH);
    }

    private static boolean checks(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum % 11 % 10 == digits.charAt(weights.length) - '0';
    }
}
