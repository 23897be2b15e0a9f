package ru.mentoringlocal.demo.plan;

import java.util.List;

/**
 * An enterprise whose people are mentors at one school or at many.
 *
 * @param inn a taxpayer's number of a tax office that does not exist, with right check digit
 */
public record EnterprisePlan(String inn, String name, List<String> posts) {

    private static final int[] WEIGHTS = {2, 4, 10, 3, 5, 9, 4, 6, 8};

    /** Returns the number of ten digits that begins with the given nine. */
    static String inn(int nineDigits) {
        var digits = "%09d".formatted(nineDigits);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return digits + sum % 11 % 10;
    }
}
