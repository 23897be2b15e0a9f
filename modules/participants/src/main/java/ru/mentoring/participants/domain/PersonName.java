package ru.mentoring.participants.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How somebody is called in full. */
public record PersonName(String surname, String givenName, @Nullable String patronymic) {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern DASHES = Pattern.compile("\\s*[-\\u2010-\\u2015\\u2212]\\s*");
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsCyrillic}\\p{IsLatin}'’.\\- ]{1,60}");

    public PersonName {
        surname = tidy(surname);
        givenName = tidy(givenName);
        patronymic = patronymic == null || patronymic.isBlank() ? null : tidy(patronymic);
        if (surname.isEmpty() || givenName.isEmpty()) {
            throw new IllegalArgumentException("A name has at least a surname and a given name");
        }
    }

    /**
     * Reads a name written in one line: surname first, then the given name, all the rest is the
     * patronymic. Nothing is returned for fewer than two words.
     */
    public static Optional<PersonName> parse(String line) {
        var words = tidy(line).split(" ", 3);
        return words.length < 2
                ? Optional.empty()
                : Optional.of(
                        new PersonName(words[0], words[1], words.length == 3 ? words[2] : null));
    }

    /** Says whether all parts are written with letters, as names are. */
    public boolean written() {
        return WORD.matcher(surname).matches()
                && WORD.matcher(givenName).matches()
                && (patronymic == null || WORD.matcher(patronymic).matches());
    }

    /** The name as registers print it: surname, given name, patronymic. */
    public String full() {
        return patronymic == null
                ? surname + " " + givenName
                : surname + " " + givenName + " " + patronymic;
    }

    /**
     * The name as two lists compare it: letter case, {@code ё}, dashes and spaces make no
     * difference.
     */
    public String key() {
        return key(full());
    }

    /** Returns any text in the form in which names are compared. */
    public static String key(String text) {
        return tidy(text).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static String tidy(String text) {
        var spaced = SPACES.matcher(text.strip()).replaceAll(" ").strip();
        return DASHES.matcher(spaced).replaceAll("-");
    }
}
