package ru.mentoring.participants.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.mentoring.participants.Born;

/** Reads days as people write them into spreadsheets. */
final class Dates {

    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "(\\d{1,2})\\s*[./\\- ]\\s*(\\d{1,2})\\s*[./\\- ]\\s*(\\d{4}|\\d{2})\\s*(?:г\\.?|года?)?");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern IN_WORDS =
            Pattern.compile("(\\d{1,2})\\s+(\\p{L}+)\\.?\\s+(\\d{4})\\s*(?:г\\.?|года?)?");
    private static final Pattern YEAR =
            Pattern.compile("(\\d{4})\\s*(?:г\\.?\\s*р\\.?|г\\.?|года?(?: рождения)?)?");
    private static final List<String> MONTHS =
            List.of(
                    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя",
                    "дек");

    private Dates() {}

    /** Returns the day in the cell; nothing if it is none. */
    static Optional<LocalDate> day(Grid.Value cell) {
        if (cell.date() != null) {
            return Optional.of(cell.date());
        }
        var number = cell.number();
        if (number != null && number >= 10_000 && number < 80_000 && number == Math.rint(number)) {
            return Optional.of(LocalDate.of(1899, 12, 30).plusDays(number.longValue()));
        }
        return day(cell.text());
    }

    private static Optional<LocalDate> day(String written) {
        var text = written.toLowerCase(Locale.ROOT).strip();
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return valid(year(dayFirst.group(3)), dayFirst.group(2), dayFirst.group(1));
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return valid(
                    Integer.parseInt(yearFirst.group(1)), yearFirst.group(2), yearFirst.group(3));
        }
        var words = IN_WORDS.matcher(text);
        if (words.matches()) {
            for (int month = 0; month < MONTHS.size(); month++) {
                if (words.group(2).startsWith(MONTHS.get(month))) {
                    return valid(
                            Integer.parseInt(words.group(3)),
                            String.valueOf(month + 1),
                            words.group(1));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Two digits mean the hundred years that end ten years from the turn: 31 is 1931, 15 is 2015.
     */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        return year <= 30 ? 2000 + year : 1900 + year;
    }

    private static Optional<LocalDate> valid(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the birth in the cell: a day, or only a year as the official register has it. */
    static Optional<Born> birth(Grid.Value cell) {
        var year = YEAR.matcher(cell.text().toLowerCase(Locale.ROOT).strip());
        if (cell.date() == null && year.matches()) {
            int value = Integer.parseInt(year.group(1));
            return value >= 1900 && value <= 2100 ? Optional.of(Born.in(value)) : Optional.empty();
        }
        return day(cell).filter(d -> d.getYear() >= 1900).map(Born::on);
    }
}
