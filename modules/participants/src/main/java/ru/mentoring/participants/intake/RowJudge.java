package ru.mentoring.participants.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.domain.Inn;
import ru.mentoring.participants.domain.PersonName;
import ru.mentoring.participants.domain.Representative;

/** Decides about each row of a register whether it can be taken over, and if not, why. */
final class RowJudge {

    private static final int MAX_TEXT = 2_000;
    private static final int MAX_SHORT = 200;

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+\\-]+@[\\p{L}\\p{N}.\\-]+\\.\\p{L}{2,}");
    private static final Pattern PHONE = Pattern.compile("[+]?\\d[\\d\\s()\\u00A0\\-]{8,20}\\d");
    private static final Pattern AGES =
            Pattern.compile(
                    "(?:от|с)?\\s*(\\d{1,2})\\s*(?:[-\\u2010-\\u2015]|до|по)\\s*(\\d{1,2})\\s*(?:лет|года?)?");
    private static final Pattern AGE_FROM =
            Pattern.compile("(?:от|с|старше)\\s*(\\d{1,2})\\s*(?:лет|года?)?");
    private static final Pattern AGE_TO =
            Pattern.compile("(?:до|младше|не старше)\\s*(\\d{1,2})\\s*(?:лет|года?)?");
    private static final Pattern AGE = Pattern.compile("(\\d{1,2})\\s*(?:лет|года?)?");
    private static final Pattern KINSHIP =
            Pattern.compile(
                    "(?iu)(?<!\\p{L})(мать|мама|отец|папа|бабушка|дедушка|опекун|попечитель|"
                            + "законный представитель|представитель|родитель|телефон|тел|e-mail|почта|"
                            + "моб|сот)(?!\\p{L})\\.?:?");

    private final Side side;
    private final LocalDate today;
    private final Map<String, Integer> seen = new HashMap<>();

    RowJudge(Side side, LocalDate today) {
        this.side = side;
        this.today = today;
    }

    /** Judges a row; nothing is returned for one that holds no more than a running number. */
    Optional<JudgedRow> judge(int sheet, String sheetName, Grid grid, List<Column> columns) {
        var cells = new EnumMap<Column, Grid.Value>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).used() && !grid.at(i).empty()) {
                cells.put(columns.get(i), grid.at(i));
            }
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        var row = new RowReading(cells);
        var person = row.nameAsWritten();
        var content = row.content();
        if (content != null && row.faults.isEmpty()) {
            var key = PersonName.key(person) + "/" + content.birthDate();
            var earlier = seen.putIfAbsent(key, grid.line());
            if (earlier != null) {
                row.fault(Fault.Reason.REPEATED, Column.NAME, String.valueOf(earlier));
            }
        }
        boolean good = row.faults.isEmpty();
        return Optional.of(
                new JudgedRow(
                        sheet,
                        sheetName,
                        grid.line(),
                        side,
                        person,
                        good ? content : null,
                        List.copyOf(row.faults)));
    }

    /** The reading of one row: collects values and, as it goes, what is wrong with them. */
    private class RowReading {

        private final Map<Column, Grid.Value> cells;
        private final List<Fault> faults = new ArrayList<>();

        RowReading(Map<Column, Grid.Value> cells) {
            this.cells = cells;
        }

        void fault(Fault.Reason reason, Column column, String value) {
            faults.add(
                    new Fault(
                            reason,
                            column,
                            value.length() > MAX_SHORT ? value.substring(0, MAX_SHORT) : value));
        }

        String nameAsWritten() {
            if (cells.containsKey(Column.NAME)) {
                return tidy(raw(Column.NAME));
            }
            return tidy(
                    raw(Column.SURNAME)
                            + " "
                            + raw(Column.GIVEN_NAME)
                            + " "
                            + raw(Column.PATRONYMIC));
        }

        private String raw(Column column) {
            var cell = cells.get(column);
            return cell == null ? "" : cell.text();
        }

        private static String tidy(String text) {
            var spaced = text.replaceAll("[\\s\\u00A0]+", " ").strip();
            return spaced.length() > MAX_SHORT ? spaced.substring(0, MAX_SHORT) : spaced;
        }

        @Nullable StagedPerson content() {
            cells.forEach((column, cell) -> {
                if (cell.kind() != Grid.Kind.PLAIN) {
                    fault(Fault.Reason.FORMULA, column, cell.text());
                }
            });
            var name = name();
            var born = birth();
            var className = className();
            var teachingSince = date(Column.TEACHING_SINCE);
            var inn = inn();
            var contacts = contacts();
            var ages = ages();
            var enteredOn = date(Column.ENTERED_ON);
            var category = category(born, className, teachingSince, inn);
            if (born != null && category != null) {
                checkAge(born, category);
            }
            var workplace = text(Column.WORKPLACE, MAX_SHORT);
            if (inn != null && workplace == null) {
                fault(Fault.Reason.WORKPLACE_MISSING, Column.WORKPLACE, inn);
            }
            var post = text(Column.POST, MAX_SHORT);
            var request = text(Column.REQUEST, MAX_TEXT);
            var competences = text(Column.COMPETENCES, MAX_TEXT);
            var achievements = text(Column.ACHIEVEMENTS, MAX_TEXT);
            var interests = text(Column.INTERESTS, MAX_TEXT);
            var hours = text(Column.HOURS, MAX_SHORT);
            if (name == null || born == null || category == null) {
                return null;
            }
            return new StagedPerson(
                    side,
                    name.surname(),
                    name.givenName(),
                    name.patronymic(),
                    born.date(),
                    born.precision(),
                    category,
                    category == Category.PUPIL ? className : null,
                    post,
                    workplace,
                    category == Category.TEACHER ? teachingSince : null,
                    inn,
                    contacts.phone(),
                    contacts.email(),
                    contacts.representative() == null ? null : contacts.representative().name(),
                    contacts.representative() == null ? null : contacts.representative().phone(),
                    request,
                    competences,
                    achievements,
                    interests,
                    ages.from(),
                    ages.to(),
                    hours,
                    enteredOn);
        }

        private @Nullable String text(Column column, int limit) {
            var cell = cells.get(column);
            if (cell == null || cell.kind() != Grid.Kind.PLAIN) {
                return null;
            }
            if (cell.text().length() > limit) {
                fault(Fault.Reason.TEXT_TOO_LONG, column, String.valueOf(limit));
                return null;
            }
            return cell.text()
                            .chars()
                            .allMatch(c -> c >= ' ' || c == '\n' || c == '\t' || c == '\r')
                    ? cell.text()
                    : cell.text().replaceAll("[\\p{Cntrl}&&[^\\n\\t\\r]]", " ");
        }

        private @Nullable PersonName name() {
            if (plain(Column.NAME) || plain(Column.SURNAME)) {
                return null;
            }
            var written = nameAsWritten();
            if (written.isEmpty()) {
                fault(Fault.Reason.NAME_MISSING, Column.NAME, "");
                return null;
            }
            var name =
                    cells.containsKey(Column.NAME)
                            ? PersonName.parse(written)
                            : fromParts(
                                    raw(Column.SURNAME),
                                    raw(Column.GIVEN_NAME),
                                    raw(Column.PATRONYMIC));
            if (name.isEmpty()) {
                fault(Fault.Reason.NAME_INCOMPLETE, Column.NAME, written);
                return null;
            }
            if (!name.get().written()) {
                fault(Fault.Reason.NAME_UNREADABLE, Column.NAME, written);
                return null;
            }
            return name.get();
        }

        private static Optional<PersonName> fromParts(
                String surname, String givenName, String patronymic) {
            return surname.isBlank() || givenName.isBlank()
                    ? Optional.empty()
                    : Optional.of(new PersonName(surname, givenName, patronymic));
        }

        /** Says whether the cell was refused already, so that it is not blamed twice. */
        private boolean plain(Column column) {
            var cell = cells.get(column);
            return cell != null && cell.kind() != Grid.Kind.PLAIN;
        }

        private @Nullable Born birth() {
            var cell = cells.get(Column.BIRTH);
            if (cell == null) {
                fault(Fault.Reason.BIRTH_MISSING, Column.BIRTH, "");
                return null;
            }
            if (cell.kind() != Grid.Kind.PLAIN) {
                return null;
            }
            var born = Dates.birth(cell);
            if (born.isEmpty()) {
                fault(Fault.Reason.BIRTH_UNREADABLE, Column.BIRTH, cell.text());
                return null;
            }
            if (born.get().precision() == Born.Precision.DAY
                    ? born.get().date().isAfter(today)
                    : born.get().date().getYear() > today.getYear()) {
                fault(Fault.Reason.BIRTH_IN_FUTURE, Column.BIRTH, cell.text());
                return null;
            }
            return born.get();
        }

        private void checkAge(Born born, Category category) {
            int age = today.getYear() - born.date().getYear();
            boolean possible =
                    switch (category) {
                        case PUPIL -> age >= 6 && age <= 21;
                        case STUDENT -> age >= 14 && age <= 45;
                        case TEACHER, EMPLOYEE, PARENT, ALUMNUS, OTHER -> age >= 16 && age <= 100;
                    };
            if (!possible) {
                fault(Fault.Reason.AGE_IMPOSSIBLE, Column.BIRTH, raw(Column.BIRTH));
            }
        }

        private @Nullable LocalDate date(Column column) {
            var cell = cells.get(column);
            if (cell == null || cell.kind() != Grid.Kind.PLAIN) {
                return null;
            }
            var date = Dates.day(cell);
            if (date.isEmpty()
                    || date.get().getYear() < 1950
                    || date.get().isAfter(today.plusYears(2))) {
                fault(Fault.Reason.DATE_UNREADABLE, column, cell.text());
                return null;
            }
            return date.get();
        }

        private @Nullable String className() {
            var cell = cells.get(Column.CLASS);
            if (cell == null || cell.kind() != Grid.Kind.PLAIN || dash(cell.text())) {
                return null;
            }
            var name = SchoolClass.normalise(cell.text());
            if (name.isEmpty()) {
                fault(Fault.Reason.CLASS_UNREADABLE, Column.CLASS, cell.text());
            }
            return name.orElse(null);
        }

        private @Nullable String inn() {
            var cell = cells.get(Column.INN);
            if (cell == null || cell.kind() != Grid.Kind.PLAIN || dash(cell.text())) {
                return null;
            }
            var digits = cell.text();
            var inn = Inn.parse(digits).or(() -> Inn.parse("0" + digits));
            if (inn.isEmpty()) {
                fault(Fault.Reason.INN_WRONG, Column.INN, digits);
            }
            return inn.map(Inn::value).orElse(null);
        }

        private static boolean dash(String text) {
            return text.matches("[-\\u2010-\\u2015]+|нет");
        }

        private @Nullable Category category(
                @Nullable Born born,
                @Nullable String className,
                @Nullable LocalDate teachingSince,
                @Nullable String inn) {
            var said = cells.get(Column.CATEGORY);
            if (said != null && said.kind() == Grid.Kind.PLAIN) {
                var category = Categories.named(said.text());
                if (category.isEmpty()) {
                    fault(Fault.Reason.CATEGORY_UNKNOWN, Column.CATEGORY, said.text());
                }
                return category.orElse(null);
            }
            if (said != null) {
                return null;
            }
            if (className != null) {
                return Category.PUPIL;
            }
            var form = Categories.byForm(raw(Column.FORM), side);
            if (form.isPresent()) {
                return form.get();
            }
            if (teachingSince != null) {
                return Category.TEACHER;
            }
            if (inn != null) {
                return Category.EMPLOYEE;
            }
            var post = Categories.named(raw(Column.POST));
            if (post.isPresent()) {
                return post.get();
            }
            if (born == null) {
                return null;
            }
            if (born.ageOn(today) < 18) {
                return Category.PUPIL;
            }
            if (faults.stream().noneMatch(f -> f.column() == Column.CLASS)) {
                fault(Fault.Reason.CATEGORY_UNKNOWN, Column.CATEGORY, "");
            }
            return null;
        }

        private record Ages(@Nullable Integer from, @Nullable Integer to) {}

        private Ages ages() {
            var cell = cells.get(Column.AGES);
            if (cell == null || cell.kind() != Grid.Kind.PLAIN || dash(cell.text())) {
                return new Ages(null, null);
            }
            var text = cell.text().toLowerCase(Locale.ROOT).strip();
            if (text.startsWith("люб") || text.startsWith("без огранич")) {
                return new Ages(null, null);
            }
            var both = AGES.matcher(text);
            if (both.matches()) {
                int from = Integer.parseInt(both.group(1));
                int to = Integer.parseInt(both.group(2));
                if (from <= to) {
                    return new Ages(from, to);
                }
            }
            var from = AGE_FROM.matcher(text);
            if (from.matches()) {
                return new Ages(Integer.valueOf(from.group(1)), null);
            }
            var to = AGE_TO.matcher(text);
            if (to.matches()) {
                return new Ages(null, Integer.valueOf(to.group(1)));
            }
            var one = AGE.matcher(text);
            if (one.matches()) {
                return new Ages(Integer.valueOf(one.group(1)), Integer.valueOf(one.group(1)));
            }
            fault(Fault.Reason.AGES_UNREADABLE, Column.AGES, cell.text());
            return new Ages(null, null);
        }

        private record Contacts(
                @Nullable String phone,
                @Nullable String email,
                @Nullable Representative representative) {}

        private Contacts contacts() {
            var phone = phone(Column.PHONE);
            var email = email();
            var representativePhone = phone(Column.REPRESENTATIVE_PHONE);
            var representative = text(Column.REPRESENTATIVE, MAX_SHORT);
            var all = text(Column.CONTACTS, MAX_TEXT);
            if (all != null && !dash(all)) {
                var mail = EMAIL.matcher(all);
                var rest = all;
                boolean found = false;
                if (mail.find()) {
                    email = email == null ? mail.group() : email;
                    rest = rest.replace(mail.group(), " ");
                    found = true;
                }
                var call = PHONE.matcher(rest);
                if (call.find()) {
                    var number = normalised(call.group());
                    phone = phone == null ? number : phone;
                    rest = rest.replace(call.group(), " ");
                    found = found || number != null;
                }
                if (!found) {
                    fault(Fault.Reason.CONTACT_UNREADABLE, Column.CONTACTS, all);
                }
                if (representative == null) {
                    representative = whoAnswers(rest);
                }
            }
            if (representative == null) {
                return new Contacts(phone, email, null);
            }
            return new Contacts(
                    phone,
                    email,
                    new Representative(
                            representative,
                            representativePhone == null ? phone : representativePhone));
        }

        /** What is left of a contact cell beside phone and mail is the name of the parent. */
        private static @Nullable String whoAnswers(String rest) {
            var words =
                    KINSHIP.matcher(rest)
                            .replaceAll(" ")
                            .replaceAll("[(),;:.]+", " ")
                            .replaceAll("[\\s\\u00A0]+", " ")
                            .strip();
            return PersonName.parse(words)
                    .filter(PersonName::written)
                    .map(PersonName::full)
                    .orElse(null);
        }

        private @Nullable String phone(Column column) {
            var text = text(column, MAX_SHORT);
            if (text == null || dash(text)) {
                return null;
            }
            var number = normalised(text);
            if (number == null) {
                fault(Fault.Reason.PHONE_UNREADABLE, column, text);
            }
            return number;
        }

        private @Nullable String email() {
            var text = text(Column.EMAIL, MAX_SHORT);
            if (text == null || dash(text)) {
                return null;
            }
            if (!EMAIL.matcher(text).matches()) {
                fault(Fault.Reason.EMAIL_UNREADABLE, Column.EMAIL, text);
                return null;
            }
            return text;
        }

        private static @Nullable String normalised(String phone) {
            return Phones.normalise(phone).orElse(null);
        }
    }
}
