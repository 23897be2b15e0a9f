package ru.mentoring.shared.pages;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names the files that pages give away, in one way for all of them. */
public final class Downloads {

    /** Latin for the small Russian letters, in the order of their code points from U+0430. */
    private static final String[] LATIN =
            ("a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya").split(" ");

    private static final char FIRST = '\u0430';
    private static final char YO = '\u0451';
    private static final String UNQUOTED = "!#$&+-.^_`|~";

    private Downloads() {}

    /**
     * Returns the value of {@code Content-Disposition} by which a browser keeps the answer under
     * this name: as it is for those that know RFC 5987, and in Latin letters for all others. What
     * no file system takes becomes a hyphen.
     */
    public static String attachment(String name) {
        var safe = name.strip().replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]+", "-");
        return "attachment; filename=\"" + latin(safe) + "\"; filename*=UTF-8''" + encoded(safe);
    }

    private static String latin(String name) {
        var latin = new StringBuilder();
        for (char letter : name.toCharArray()) {
            char small = Character.toLowerCase(letter);
            int at = small - FIRST;
            if (small == YO) {
                latin.append(letter == small ? "e" : "E");
            } else if (at >= 0 && at < LATIN.length) {
                latin.append(letter == small ? LATIN[at] : capital(LATIN[at]));
            } else if (letter < 128
                    && (Character.isLetterOrDigit(letter) || "-_.".indexOf(letter) >= 0)) {
                latin.append(letter);
            } else {
                latin.append('-');
            }
        }
        return latin.toString().replaceAll("-{2,}", "-");
    }

    private static String capital(String latin) {
        return latin.isEmpty()
                ? latin
                : latin.substring(0, 1).toUpperCase(Locale.ROOT) + latin.substring(1);
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            if (one > 0 && (Character.isLetterOrDigit(one) || UNQUOTED.indexOf(one) >= 0)) {
                encoded.append((char) one);
            } else {
                encoded.append("%%%02X".formatted(one));
            }
        }
        return encoded.toString();
    }
}
