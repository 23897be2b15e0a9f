package ru.mentoring.tenancy.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes texts apart into words as the search compares them: small letters, {@code е} for {@code ё},
 * no signs. The function {@code sec.words} does the same inside the database.
 */
public final class Words {

    private static final Pattern BETWEEN =
            Pattern.compile("[\\s\\p{Punct}«»№–—“”„’…·\\u00A0\\u202F]+");

    private Words() {}

    /** Returns the words of a text in their order; none for a text of signs only. */
    public static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT).replace('ё', 'е')))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
