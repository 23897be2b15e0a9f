package ru.mentoring.tenancy.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What somebody has typed into the search field.
 *
 * <p>It is read as it stands and, where it is written with Latin letters only, also as it would
 * stand with the keyboard switched to Russian: {@code bdfyjd} is {@code иванов}.
 */
public final class Wanted {

    /** The longest text that is read, in characters; whatever follows is left out. */
    public static final int LONGEST = 100;

    private static final int MOST_WORDS = 6;
    private static final int FEWEST_SIGNS = 2;

    private static final String LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    private static final String RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё";

    private final List<List<String>> readings;

    private Wanted(List<List<String>> readings) {
        this.readings = readings;
    }

    /** Reads a typed text. */
    public static Wanted read(String text) {
        var typed = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var readings = new ArrayList<List<String>>();
        add(readings, Words.of(typed));
        if (isLatin(typed)) {
            add(readings, Words.of(switched(typed)));
        }
        return new Wanted(List.copyOf(readings));
    }

    private static void add(List<List<String>> readings, List<String> words) {
        if (words.stream().mapToInt(String::length).sum() >= FEWEST_SIGNS) {
            readings.add(words.stream().limit(MOST_WORDS).toList());
        }
    }

    private static boolean isLatin(String text) {
        return text.codePoints().anyMatch(Character::isLetter)
                && text.codePoints()
                        .filter(Character::isLetter)
                        .allMatch(sign ->
                                Character.UnicodeScript.of(sign) == Character.UnicodeScript.LATIN);
    }

    private static String switched(String text) {
        var russian = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .chars()
                .forEach(sign -> {
                    int key = LATIN_KEYS.indexOf(sign);
                    russian.append(key < 0 ? (char) sign : RUSSIAN_KEYS.charAt(key));
                });
        return russian.toString();
    }

    /** Says whether too little was typed to look for: less than two letters or digits. */
    public boolean isTooShort() {
        return readings.isEmpty();
    }

    /** The ways to read what was typed, the literal one first, each as words in their order. */
    public List<List<String>> readings() {
        return readings;
    }

    /**
     * Says how far a text is from what is wanted. Each wanted word must be the beginning of a word
     * of its own in the text, in any order.
     *
     * @return the distance, 0 for all words in full; nothing if the text does not fit
     */
    public OptionalInt distance(String text) {
        return distance(Words.of(text), 0);
    }

    /**
     * Says how far a text is from what is wanted if typing errors are forgiven: one in a word of
     * four to seven letters, two in a longer one, none in shorter ones and in numbers.
     */
    public OptionalInt forgivingDistance(String text) {
        return distance(Words.of(text), Spelling.MOST_ERRORS);
    }

    OptionalInt distance(List<String> words, int errors) {
        return readings.stream()
                .map(reading -> Spelling.distance(reading, words, errors))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .min();
    }
}
