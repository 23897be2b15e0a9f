package ru.mentoring.tenancy.opening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.ConsoleCommand;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.opening.FirstAdministrator.Access;
import ru.mentoring.tenancy.opening.RegionOpening.Opened;

/**
 * Opens a region: {@code --open-region=<code>} with its name, zone and first administrator.
 *
 * <p>Repeating it changes nothing but the zone, and lets the administrator in whom an earlier run
 * could not let in.
 */
@Component
class OpenRegionCommand implements ConsoleCommand {

    static final String CODE = "open-region";
    static final String NAME = "region-name";
    static final String FULL_NAME = "region-full-name";
    static final String ZONE = "region-time-zone";
    static final String SINCE = "region-since";
    static final String ADMINISTRATOR = "administrator-name";
    static final String EMAIL = "administrator-email";
    static final String SUBJECT = "administrator-subject";

    private static final String KEY = "tenancy.open-region.";

    private static final Pattern CODE_SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\-]*");
    private static final Pattern EMAIL_SHAPE =
            Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_FULL_NAME = 500;

    private final RegionOpening opening;
    private final FirstAdministrator administrator;
    private final MessageSource messages;
    private final Clock clock;

    OpenRegionCommand(
            RegionOpening opening,
            FirstAdministrator administrator,
            MessageSource messages,
            Clock clock) {
        this.opening = opening;
        this.administrator = administrator;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CODE;
    }

    @Override
    public Ending run(Map<String, String> options, Consumer<String> out) {
        var wrong = new ArrayList<String>();
        var code = said(options, CODE, LONGEST_CODE, wrong);
        var name = said(options, NAME, LONGEST_NAME, wrong);
        var fullName =
                options.getOrDefault(FULL_NAME, "").isBlank()
                        ? name
                        : said(options, FULL_NAME, LONGEST_FULL_NAME, wrong);
        var administratorName = said(options, ADMINISTRATOR, LONGEST_NAME, wrong);
        var email = said(options, EMAIL, LONGEST_NAME, wrong);
        if (!code.isEmpty() && !CODE_SHAPE.matcher(code).matches()) {
            wrong.add(word("wrong-code", code));
        }
        if (!email.isEmpty() && !EMAIL_SHAPE.matcher(email).matches()) {
            wrong.add(word("wrong-email", email));
        }
        var zone = zone(options, wrong);
        var since = since(options, wrong);
        if (zone == null || since == null || !wrong.isEmpty()) {
            wrong.forEach(out);
            out.accept(word("nothing-done"));
            out.accept(word("usage", "\""));
            return Ending.MISUSED;
        }
        try {
            var opened = opening.open(new Naming(code, name, fullName), zone, since);
            opening.begin(opened);
            out.accept(word(opened.fresh() ? "opened" : "found", code, name, zone.getId()));
            return letIn(
                    opened,
                    administratorName,
                    email,
                    options.getOrDefault(SUBJECT, "").strip(),
                    out);
        } catch (DataAccessException failed) {
            out.accept(word("failed", String.valueOf(failed.getMostSpecificCause().getMessage())));
            return Ending.FAILED;
        }
    }

    private Ending letIn(
            Opened opened, String name, String email, String subject, Consumer<String> out) {
        return switch (administrator.letIn(opened, name, email, subject)) {
            case Access.Enrolled() -> {
                out.accept(word("enrolled", name));
                yield Ending.DONE;
            }
            case Access.There() -> {
                out.accept(word("there", name));
                yield Ending.DONE;
            }
            case Access.Invited(var link, var until) -> {
                out.accept(word("invited", name, email, until));
                out.accept(link);
                yield Ending.DONE;
            }
            case Access.Refused(var reason) -> {
                out.accept(word("not-let-in", reason));
                yield Ending.FAILED;
            }
        };
    }

    private String said(
            Map<String, String> options, String option, int longest, List<String> wrong) {
        var value = options.getOrDefault(option, "").strip();
        if (value.isEmpty()) {
            wrong.add(word("missing", option, word("option." + option)));
        } else if (value.length() > longest) {
            wrong.add(word("too-long", option, longest));
        }
        return value;
    }

    private @Nullable ZoneId zone(Map<String, String> options, List<String> wrong) {
        var zone = said(options, ZONE, LONGEST_NAME, wrong);
        if (zone.isEmpty()) {
            return null;
        }
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (!known.contains(zone)) {
            wrong.add(word("wrong-zone", zone));
            return null;
        }
        return ZoneId.of(zone);
    }

    private @Nullable LocalDate since(Map<String, String> options, List<String> wrong) {
        var day = options.getOrDefault(SINCE, "").strip();
        if (day.isEmpty()) {
            return SchoolYear.of(LocalDate.now(clock)).firstDay();
        }
        try {
            var since = LocalDate.parse(day, DAY);
            if (!since.isAfter(LocalDate.now(clock)) && since.getYear() >= 2000) {
                return since;
            }
        } catch (DateTimeParseException unreadable) {
            // Answered below, like a day that makes no sense.
        }
        wrong.add(word("wrong-day", day));
        return null;
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(KEY + key, arguments, Locale.getDefault());
    }
}
