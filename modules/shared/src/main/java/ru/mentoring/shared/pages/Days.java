package ru.mentoring.shared.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import ru.mentoring.shared.SchoolYear;

/**
 * Writes dates and times in the reader's language and the clock's zone; {@code #day} in templates.
 */
public final class Days {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MessageSource messages;
    private final Clock clock;
    private final Locale locale;

    public Days(MessageSource messages, Clock clock, Locale locale) {
        this.messages = messages;
        this.clock = clock;
        this.locale = locale;
    }

    /** Returns «14 октября», with the year where it is not of the school year that is running. */
    public String of(LocalDate day) {
        return SchoolYear.of(day).equals(SchoolYear.of(today())) ? dayAndMonth(day) : full(day);
    }

    /** Returns the day of the moment, as {@link #of(LocalDate)} does. */
    public String of(Instant moment) {
        return of(moment.atZone(clock.getZone()).toLocalDate());
    }

    /** Returns «14 октября 2026 г.». */
    public String full(LocalDate day) {
        return text("shared.day.full", dayAndMonth(day), String.valueOf(day.getYear()));
    }

    /** Returns the day as documents write it: «14.10.2026». */
    public String paper(LocalDate day) {
        return PAPER.format(day);
    }

    /** Returns «15:00». */
    public String time(LocalTime time) {
        return TIME.format(time);
    }

    /** Returns the time of day of the moment. */
    public String time(Instant moment) {
        return TIME.format(moment.atZone(clock.getZone()));
    }

    /** Returns day and time of the moment: «14 октября, 15:00». */
    public String moment(Instant moment) {
        return text("shared.day.moment", of(moment), time(moment));
    }

    /** Returns how far the day is from today: «через 2 дня», «завтра», «3 дня назад». */
    public String relative(LocalDate day) {
        long distance = ChronoUnit.DAYS.between(today(), day);
        var plurals = new Plurals(messages, locale);
        if (distance == 0) {
            return text("shared.day.today");
        }
        if (distance == 1) {
            return text("shared.day.tomorrow");
        }
        if (distance == -1) {
            return text("shared.day.yesterday");
        }
        return distance > 0
                ? plurals.of("shared.day.in", distance)
                : plurals.of("shared.day.ago", -distance);
    }

    /** Returns the school year that begins in this year: «2026/27». */
    public String schoolYear(int startYear) {
        return new SchoolYear(startYear).text();
    }

    private String dayAndMonth(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("shared.day.pattern"), locale).format(day);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
