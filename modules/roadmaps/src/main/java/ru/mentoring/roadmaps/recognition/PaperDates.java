package ru.mentoring.roadmaps.recognition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as they stand in the head of an official paper. */
final class PaperDates {

    private static final List<String> MONTHS =
            List.of(
                    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя",
                    "дек");
    private static final Pattern DATE =
            Pattern.compile(
                    "(?iu)[«\"]?\\s*(?<day>\\d{1,2})\\s*[»\"]?\\s*[. ]?\\s*(?:(?<month>\\d{1,2})\\s*\\.|(?<name>[а-я]{3,8}))\\s*(?<year>20\\d{2})");

    private PaperDates() {}

    /** Returns the first date in the text, null if there is none. */
    static @Nullable LocalDate first(String text) {
        Matcher date = DATE.matcher(text);
        while (date.find()) {
            int month = month(date);
            if (month > 0) {
                try {
                    return LocalDate.of(
                            Integer.parseInt(date.group("year")),
                            month,
                            Integer.parseInt(date.group("day")));
                } catch (DateTimeException none) {
                    return null;
                }
            }
        }
        return null;
    }

    private static int month(Matcher date) {
        if (date.group("month") != null) {
            return Integer.parseInt(date.group("month"));
        }
        String name = Lines.lower(date.group("name"));
        // "ма" begins March as well; the list is searched for the longer beginning first.
        if (name.startsWith("мар")) {
            return 3;
        }
        for (int i = 0; i < MONTHS.size(); i++) {
            if (name.startsWith(MONTHS.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }
}
