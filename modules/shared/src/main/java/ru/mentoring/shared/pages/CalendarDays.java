package ru.mentoring.shared.pages;

import java.text.ParseException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.format.Parser;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.datetime.standard.Jsr310DateTimeFormatAnnotationFormatterFactory;
import org.springframework.format.datetime.standard.TemporalAccessorParser;

/**
 * Takes only days of a year that can be written with four digits. The patterns of Java read more,
 * up to years that no database keeps; whether a day makes sense is for the form to say.
 */
final class CalendarDays extends Jsr310DateTimeFormatAnnotationFormatterFactory {

    private static final int LAST_YEAR = 9999;

    @Override
    public Parser<?> getParser(DateTimeFormat format, Class<?> type) {
        return checking(super.getParser(format, type));
    }

    /** Reads days as browsers' date fields write them. */
    static Parser<LocalDate> ofBrowsers() {
        var parser =
                checking(
                        new TemporalAccessorParser(
                                LocalDate.class, DateTimeFormatter.ISO_LOCAL_DATE));
        return (text, locale) -> (LocalDate) parser.parse(text, locale);
    }

    private static Parser<Object> checking(Parser<?> parser) {
        return (text, locale) -> {
            Object read = parser.parse(text, locale);
            if (read instanceof LocalDate day && (day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
                throw new ParseException("Not a year of four digits: " + text, 0);
            }
            return read;
        };
    }
}
