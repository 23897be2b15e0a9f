package ru.mentoring.tenancy.orglist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.orglist.ListBook.Line;
import ru.mentoring.tenancy.orglist.ListFault.Reason;
import ru.mentoring.tenancy.profile.SchoolFacts;

/** Understands the cells of one row, and says of each that it does not understand why. */
final class ListReader {

    private static final int LONGEST_CODE = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_FULL_NAME = 500;
    private static final int LONGEST_ORDER = 100;
    private static final int FIRST_YEAR = 1900;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\-]*");
    private static final Set<String> YES =
            Set.of("да", "+", "1", "yes", "true", "истина", "x", "х");
    private static final Set<String> NO =
            Set.of("", "нет", "-", "–", "—", "0", "no", "false", "ложь");
    private static final DateTimeFormatter PAPER =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final List<ListColumn> OF_SCHOOLS =
            List.of(
                    ListColumn.LISTED_FROM,
                    ListColumn.SMALL,
                    ListColumn.RURAL,
                    ListColumn.REMOTE,
                    ListColumn.UNDER_10,
                    ListColumn.FROM_10_TO_14,
                    ListColumn.FROM_15_TO_19,
                    ListColumn.TEACHERS,
                    ListColumn.YOUNG_TEACHERS);

    private final Line line;
    private final LocalDate today;
    private final List<ListFault> faults = new ArrayList<>();

    private ListReader(Line line, LocalDate today) {
        this.line = line;
        this.today = today;
    }

    /** Reads one row. */
    static ListRow read(Line line, LocalDate today) {
        return new ListReader(line, today).read();
    }

    private ListRow read() {
        line.cells()
                .forEach((column, value) -> {
                    if (value.formula()) {
                        fault(Reason.FORMULA, column);
                    }
                });
        var code = code();
        var name = text(ListColumn.NAME, LONGEST_NAME);
        if (name.isEmpty()) {
            fault(Reason.NAME_MISSING, ListColumn.NAME);
        }
        var fullName = text(ListColumn.FULL_NAME, LONGEST_FULL_NAME);
        var kind = kind();
        var since = day(ListColumn.SINCE);
        var listed = kind == OrgKind.SCHOOL ? listedFrom() : null;
        var order = text(ListColumn.ORDER_NUMBER, LONGEST_ORDER);
        var ordered = day(ListColumn.ORDER_DATE);
        if (listed != null && (order.isEmpty() || ordered == null)) {
            fault(
                    Reason.ORDER_MISSING,
                    order.isEmpty() ? ListColumn.ORDER_NUMBER : ListColumn.ORDER_DATE);
        }
        if (listed != null && since != null && listed.isBefore(since)) {
            fault(Reason.LISTED_BEFORE_OPENED, ListColumn.LISTED_FROM);
        }
        var facts = facts(kind);
        var label = name.isEmpty() ? code : name;
        return new ListRow(
                line.sheet(),
                line.number(),
                label,
                faults.isEmpty()
                        ? new ListedOrg(
                                kind,
                                code,
                                name,
                                fullName.isEmpty() ? name : fullName,
                                text(ListColumn.DISTRICT, LONGEST_NAME),
                                since,
                                listed,
                                listed == null ? "" : order,
                                listed == null ? null : ordered,
                                facts)
                        : null,
                faults);
    }

    private String code() {
        var code = line.at(ListColumn.CODE).text();
        if (code.isEmpty()) {
            fault(Reason.CODE_MISSING, ListColumn.CODE);
        } else if (code.length() > LONGEST_CODE || !CODE.matcher(code).matches()) {
            fault(Reason.CODE_UNREADABLE, ListColumn.CODE);
        }
        return code;
    }

    private OrgKind kind() {
        var words = line.at(ListColumn.KIND).text().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return line.kind();
        }
        if (words.contains("район")
                || words.contains("управлени")
                || words.contains("муницип")
                || words.contains("отдел")
                || words.contains("департамент")) {
            return OrgKind.DISTRICT;
        }
        if (words.contains("школ")
                || words.contains("гимнази")
                || words.contains("лице")
                || words.contains("общеобразоват")
                || words.matches(".*\\b(оо|соу|сош|оош)\\b.*")) {
            return OrgKind.SCHOOL;
        }
        fault(Reason.KIND_UNKNOWN, ListColumn.KIND);
        return OrgKind.SCHOOL;
    }

    /** A day; a «no» says that the school is not on the list. */
    private @Nullable LocalDate listedFrom() {
        var words = line.at(ListColumn.LISTED_FROM).text().toLowerCase(Locale.ROOT);
        return NO.contains(words) ? null : day(ListColumn.LISTED_FROM);
    }

    private @Nullable LocalDate day(ListColumn column) {
        var value = line.at(column);
        var day = value.date();
        if (value.empty() || value.formula()) {
            return null;
        }
        if (day == null) {
            try {
                day = LocalDate.parse(value.text().replaceAll("\\s*(г\\.?|года)$", ""), PAPER);
            } catch (DateTimeException unreadable) {
                fault(Reason.DATE_UNREADABLE, column);
                return null;
            }
        }
        if (day.getYear() < FIRST_YEAR) {
            fault(Reason.DATE_UNREADABLE, column);
            return null;
        }
        if (day.isAfter(today)) {
            fault(Reason.DATE_IN_FUTURE, column);
            return null;
        }
        return day;
    }

    private @Nullable SchoolFacts facts(OrgKind kind) {
        if (kind != OrgKind.SCHOOL) {
            OF_SCHOOLS.stream()
                    .filter(column -> !NO.contains(line.at(column).text().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(column -> fault(Reason.FOR_SCHOOLS_ONLY, column));
            return null;
        }
        if (OF_SCHOOLS.stream().skip(1).allMatch(column -> line.at(column).empty())) {
            return null;
        }
        var facts =
                new SchoolFacts(
                        yes(ListColumn.SMALL),
                        yes(ListColumn.RURAL),
                        yes(ListColumn.REMOTE),
                        count(ListColumn.UNDER_10),
                        count(ListColumn.FROM_10_TO_14),
                        count(ListColumn.FROM_15_TO_19),
                        count(ListColumn.TEACHERS),
                        count(ListColumn.YOUNG_TEACHERS));
        if (faults.isEmpty()) {
            facts.fault()
                    .ifPresent(fault -> {
                        switch (fault) {
                            case AGES_INCOMPLETE ->
                                    fault(Reason.AGES_INCOMPLETE, ListColumn.UNDER_10);
                            case STAFF_INCOMPLETE ->
                                    fault(Reason.STAFF_INCOMPLETE, ListColumn.TEACHERS);
                            case TOO_MANY_YOUNG ->
                                    fault(Reason.TOO_MANY_YOUNG, ListColumn.YOUNG_TEACHERS);
                            case OUT_OF_RANGE ->
                                    fault(Reason.NUMBER_UNREADABLE, ListColumn.UNDER_10);
                        }
                    });
        }
        return facts;
    }

    private boolean yes(ListColumn column) {
        var words = line.at(column).text().toLowerCase(Locale.ROOT);
        if (YES.contains(words)) {
            return true;
        }
        if (!NO.contains(words)) {
            fault(Reason.ANSWER_UNREADABLE, column);
        }
        return false;
    }

    private @Nullable Integer count(ListColumn column) {
        var bare = line.at(column).text().replaceAll("[\\s\u00a0\u202f]", "");
        if (bare.isEmpty()) {
            return null;
        }
        int most =
                column == ListColumn.TEACHERS || column == ListColumn.YOUNG_TEACHERS
                        ? SchoolFacts.MOST_TEACHERS
                        : SchoolFacts.MOST_PUPILS;
        if (!bare.matches("[0-9]{1,6}") || Integer.parseInt(bare) > most) {
            fault(Reason.NUMBER_UNREADABLE, column);
            return null;
        }
        return Integer.valueOf(bare);
    }

    private String text(ListColumn column, int longest) {
        var text = line.at(column).text().replaceAll("\\s+", " ");
        if (text.length() > longest) {
            fault(Reason.TEXT_TOO_LONG, column);
        }
        return text;
    }

    private void fault(Reason reason, ListColumn column) {
        var value = line.at(column).text();
        faults.add(
                new ListFault(
                        reason,
                        column,
                        value.length() > 60 ? value.substring(0, 60) + "…" : value));
    }
}
