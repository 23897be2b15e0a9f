package ru.mentoring.participants.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the class of a pupil as it is written in many ways: {@code 9 «А»}, {@code 9-а класс}. */
final class SchoolClass {

    private static final Pattern CLASS =
            Pattern.compile(
                    "(\\d{1,2})[\\s\\-\\u2010-\\u2015]*[«\"“']?([А-ЯЁA-Z]?)[»\"”']?\\s*(?:КЛАСС|КЛ\\.?)?");
    private static final String LATIN = "ABEKMHOPCTX";
    private static final String CYRILLIC = "АВЕКМНОРСТХ";

    private SchoolClass() {}

    /** Returns the class as registers print it, such as {@code 9А}; nothing if it is none. */
    static Optional<String> normalise(String text) {
        var matcher = CLASS.matcher(text.toUpperCase(Locale.ROOT).strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        var letter = matcher.group(2);
        int latin = letter.isEmpty() ? -1 : LATIN.indexOf(letter);
        if (latin >= 0) {
            letter = CYRILLIC.substring(latin, latin + 1);
        }
        return year >= 1 && year <= 12 ? Optional.of(year + letter) : Optional.empty();
    }
}
