package ru.mentoring.shared.pages;

import java.security.SecureRandom;

/** The number by which a person reports a failure and an operator finds it in the log. */
final class Reference {

    /** Without letters and digits that are easily mixed up when read out on the telephone. */
    private static final String ALPHABET = "23456789ABCDEFHKLMNPRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /** Returns eight characters in two groups, such as {@code 7F3A-K29C}. */
    static String next() {
        var text = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            if (i == 4) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
