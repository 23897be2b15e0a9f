package ru.mentoring.shared.pages;

import java.util.List;
import java.util.Locale;

/** The languages the screens speak; Russian where nobody has chosen. */
final class Languages {

    static final Locale RUSSIAN = Locale.of("ru");
    static final Locale ENGLISH = Locale.of("en");

    private static final List<Locale> ALL = List.of(RUSSIAN, ENGLISH);

    private Languages() {}

    /** Returns the language with this tag, Russian for one the screens do not speak. */
    static Locale called(String tag) {
        return ALL.stream()
                .filter(locale -> locale.getLanguage().equals(tag))
                .findFirst()
                .orElse(RUSSIAN);
    }

    /** Returns the tags of the languages one can switch to. */
    static List<String> otherThan(Locale current) {
        return ALL.stream()
                .map(Locale::getLanguage)
                .filter(tag -> !tag.equals(current.getLanguage()))
                .toList();
    }
}
