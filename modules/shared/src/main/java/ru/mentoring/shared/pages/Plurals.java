package ru.mentoring.shared.pages;

import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Says how many there are of something in the reader's language; {@code #plural} in templates.
 *
 * <p>A phrase that depends on a number has three messages, {@code <key>.one}, {@code <key>.few} and
 * {@code <key>.many}, whose {@code {0}} is the number: день, дня, дней. English needs the first and
 * the last.
 */
public final class Plurals {

    private final MessageSource messages;
    private final Locale locale;

    public Plurals(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** Returns the phrase for this number; further arguments start at {@code {1}}. */
    public String of(String key, long number, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = number;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return messages.getMessage(key + "." + form(number), all, locale);
    }

    private String form(long number) {
        long size = Math.abs(number);
        if (!locale.getLanguage().equals(Languages.RUSSIAN.getLanguage())) {
            return size == 1 ? "one" : "many";
        }
        long last = size % 10;
        boolean teen = size % 100 >= 11 && size % 100 <= 14;
        if (last == 1 && !teen) {
            return "one";
        }
        return last >= 2 && last <= 4 && !teen ? "few" : "many";
    }
}
