package ru.mentoringtest.registers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import ru.mentoringtest.registers.InventedPeople.Invented;

/**
 * A workbook with the registers of mentees and mentors of a school, as schools keep them: the
 * official headings, a title, a line of column numbers, dates as dates and as text.
 *
 * <p>Some rows can be broken on purpose; the book knows which, and how it looks when somebody has
 * corrected them.
 */
public final class RegisterBook {

    /**
     * A row that is broken on purpose.
     *
     * @param fault what is wrong, in the importer's words
     */
    public record Broken(String sheet, int line, String person, String fault) {}

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final String MENTEES = "Наставляемые";
    private static final String MENTORS = "Наставники";

    private static final List<String> MENTEE_HEADINGS =
            List.of(
                    "№ п/п",
                    "ФИО наставляемого",
                    "Контактные данные для связи (данные представителя)",
                    "Дата рождения наставляемого",
                    "Класс",
                    "Категория",
                    "Начало педагогической работы",
                    "Основной запрос наставляемого",
                    "Дата вхождения в программу",
                    "ФИО наставника",
                    "Форма наставничества",
                    "Место работы/учебы наставника",
                    "Дата завершения программы",
                    "Результаты программы",
                    "Отметка о прохождении программы");

    private static final List<String> MENTOR_HEADINGS =
            List.of(
                    "№ п/п",
                    "ФИО наставника",
                    "Дата рождения",
                    "Контактные данные для связи",
                    "Категория",
                    "Класс",
                    "Место работы/учебы наставника",
                    "ИНН организации",
                    "Основные компетенции наставника",
                    "Важные для программы достижения наставника",
                    "Интересы наставника",
                    "Желаемый возраст наставляемых",
                    "Ресурс времени на программу наставничества",
                    "Дата вхождения в программу",
                    "ФИО наставляемого (наставляемых)",
                    "Форма наставничества",
                    "Место работы/учебы наставляемого");

    private static final List<String> REQUESTS =
            List.of(
                    "подтянуть математику",
                    "собирать электронику и программировать",
                    "профессия станочника",
                    "речной флот, поступление в колледж",
                    "выступать перед людьми без страха",
                    "проект о малой родине",
                    "животные, ветеринария",
                    "строительство и архитектура",
                    "найти друзей в новом классе",
                    "подготовка к олимпиаде по химии");

    private static final List<String> COMPETENCES =
            List.of(
                    "математика, решение задач",
                    "робототехника, пайка",
                    "станки с числовым управлением",
                    "навигация и судовождение",
                    "публичные выступления",
                    "краеведение, архивы",
                    "ветеринария",
                    "чертежи и сметы",
                    "организация школьных дел",
                    "химия, опыты");

    private static final List<String> INTERESTS =
            List.of("шахматы", "туризм", "театр", "фотография", "музыка", "плавание");

    /** Enterprises that exist nowhere; their numbers have true check digits. */
    private static final Map<String, String> ENTERPRISES = new LinkedHashMap<>();

    static {
        ENTERPRISES.put("АО «Лукоморский речной порт»", inn("990100001"));
        ENTERPRISES.put("Завод «Самоцвет»", inn("990100002"));
        ENTERPRISES.put("Агрохолдинг «Медвежий луг»", inn("990100003"));
        ENTERPRISES.put("Студия «Жар-птица»", inn("990100004"));
        ENTERPRISES.put("Молокозавод «Рябушка»", inn("990100005"));
        ENTERPRISES.put("Стройтрест «Терем»", inn("990100006"));
    }

    private final List<Map<String, Object>> mentees = new ArrayList<>();
    private final List<Map<String, Object>> mentors = new ArrayList<>();
    private final Map<String, Map<String, @Nullable Object>> damage = new LinkedHashMap<>();
    private final List<Broken> broken = new ArrayList<>();

    private final LocalDate today;

    private RegisterBook(LocalDate today) {
        this.today = today;
    }

    private Invented bornBetween(InventedPeople invented, int youngest, int oldest) {
        return invented.bornBetween(today.getYear() - oldest, today.getYear() - youngest);
    }

    /** Returns the ten digits that begin with the given nine. */
    private static String inn(String nine) {
        int[] weights = {2, 4, 10, 3, 5, 9, 4, 6, 8};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (nine.charAt(i) - '0');
        }
        return nine + sum % 11 % 10;
    }

    /**
     * Invents a school: three quarters of the people are mentees, the others mentors.
     *
     * @param today the day on which the file is written; ages and dates go by it
     * @param people how many rows both registers have together
     * @param broken how many of the rows are broken; every kind of fault occurs if there are enough
     */
    public static RegisterBook of(long seed, int people, int broken, LocalDate today) {
        var book = new RegisterBook(today);
        var invented = new InventedPeople(seed);
        int menteeCount = people * 3 / 4;
        for (int i = 0; i < menteeCount; i++) {
            book.mentees.add(book.mentee(invented, i));
        }
        for (int i = 0; i < people - menteeCount; i++) {
            book.mentors.add(book.mentor(invented, i));
        }
        book.breakRows(broken);
        return book;
    }

    private Map<String, Object> mentee(InventedPeople invented, int index) {
        var row = new HashMap<String, Object>();
        row.put("№ п/п", index + 1);
        row.put("Основной запрос наставляемого", invented.pick(REQUESTS));
        row.put("Дата вхождения в программу", today.minusDays(10 + invented.below(50)));
        boolean teacher = index % 15 == 14;
        var person = teacher ? bornBetween(invented, 23, 29) : bornBetween(invented, 11, 17);
        row.put("ФИО наставляемого", person.name());
        row.put("Дата рождения наставляемого", written(person.born(), index));
        if (teacher) {
            row.put("Категория", "молодой специалист");
            row.put("Класс", "—");
            row.put("Начало педагогической работы", today.minusYears(1).withDayOfYear(244));
            row.put("Форма наставничества", "учитель – учитель");
            row.put("Контактные данные для связи (данные представителя)", invented.phone());
            return row;
        }
        row.put("Категория", "обучающийся");
        row.put("Класс", className(person, invented, index));
        row.put(
                "Форма наставничества",
                index % 2 == 0 ? "ученик – ученик" : "работодатель – ученик");
        boolean mother = index % 3 != 0;
        row.put(
                "Контактные данные для связи (данные представителя)",
                "%s %s %s, %s"
                        .formatted(
                                mother ? "мать" : "отец",
                                parent(person, mother),
                                mother ? "Ирина Павловна" : "Сергей Олегович",
                                invented.phone()));
        return row;
    }

    private static String parent(Invented child, boolean mother) {
        var surname = child.name().substring(0, child.name().indexOf(' '));
        if (child.female() == mother) {
            return surname;
        }
        if (mother) {
            return surname.matches(".*(ий|ой)")
                    ? surname.substring(0, surname.length() - 2) + "ая"
                    : surname + "а";
        }
        return surname.endsWith("ая")
                ? surname.substring(0, surname.length() - 2) + "ий"
                : surname.substring(0, surname.length() - 1);
    }

    private String className(Invented person, InventedPeople invented, int index) {
        int year = Math.clamp(today.getYear() - person.born().getYear() - 6L, 5, 11);
        var letter = invented.pick(List.of("А", "Б", "В"));
        return switch (index % 4) {
            case 0 -> year + " «" + letter + "»";
            case 1 -> year + "-" + letter;
            case 2 -> year + letter + " класс";
            default -> year + letter;
        };
    }

    /** People mix real dates and dates typed as text. */
    private static Object written(LocalDate date, int index) {
        return index % 3 == 0 ? PAPER.format(date) : date;
    }

    private Map<String, Object> mentor(InventedPeople invented, int index) {
        var row = new HashMap<String, Object>();
        row.put("№ п/п", index + 1);
        int kind = index % 4;
        var person =
                switch (kind) {
                    case 0 -> bornBetween(invented, 15, 17);
                    case 1 -> bornBetween(invented, 36, 56);
                    case 2 -> bornBetween(invented, 28, 51);
                    default -> bornBetween(invented, 20, 24);
                };
        row.put("ФИО наставника", person.name());
        row.put("Дата рождения", written(person.born(), index));
        row.put(
                "Контактные данные для связи",
                kind == 0
                        ? "мать %s Ирина Павловна, %s"
                                .formatted(parent(person, true), invented.phone())
                        : invented.phone() + ", mentor" + index + "@example.test");
        row.put("Основные компетенции наставника", invented.pick(COMPETENCES));
        row.put("Важные для программы достижения наставника", "благодарность школы");
        row.put("Интересы наставника", invented.pick(INTERESTS));
        row.put("Желаемый возраст наставляемых", index % 5 == 0 ? "от 12 до 16 лет" : "12–17");
        row.put("Ресурс времени на программу наставничества", "2 часа в неделю");
        row.put("Дата вхождения в программу", today.minusDays(10 + invented.below(50)));
        switch (kind) {
            case 0 -> {
                row.put("Категория", "обучающийся");
                row.put("Класс", "10А");
                row.put("Форма наставничества", "ученик – ученик");
            }
            case 1 -> {
                row.put("Категория", "педагог");
                row.put("Форма наставничества", "учитель – учитель");
            }
            case 2 -> {
                var enterprise = invented.pick(List.copyOf(ENTERPRISES.entrySet()));
                row.put("Категория", "сотрудник предприятия");
                row.put("Место работы/учебы наставника", enterprise.getKey());
                row.put("ИНН организации", enterprise.getValue());
                row.put("Форма наставничества", "работодатель – ученик");
            }
            default -> {
                row.put("Категория", "студент");
                row.put("Место работы/учебы наставника", "Лукоморский университет");
                row.put("Форма наставничества", "студент – ученик");
            }
        }
        return row;
    }

    private record Kind(String fault, String column, @Nullable Object value) {}

    private List<Kind> menteeFaults() {
        return List.of(
                new Kind("BIRTH_UNREADABLE", "Дата рождения наставляемого", "32.13.2012"),
                new Kind("BIRTH_MISSING", "Дата рождения наставляемого", null),
                new Kind("BIRTH_IN_FUTURE", "Дата рождения наставляемого", today.plusYears(5)),
                new Kind("AGE_IMPOSSIBLE", "Дата рождения наставляемого", today.minusYears(65)),
                new Kind("CLASS_UNREADABLE", "Класс", "девятый"),
                new Kind("CATEGORY_UNKNOWN", "Категория", "родственник директора"),
                new Kind(
                        "CONTACT_UNREADABLE",
                        "Контактные данные для связи (данные представителя)",
                        "спросить у секретаря"),
                new Kind("DATE_UNREADABLE", "Дата вхождения в программу", "после каникул"),
                new Kind("FORMULA", "Класс", "=CONCATENATE(9,\"А\")"));
    }

    private static final List<Kind> MENTOR_FAULTS =
            List.of(
                    new Kind("INN_WRONG", "ИНН организации", "1234567890"),
                    new Kind("AGES_UNREADABLE", "Желаемый возраст наставляемых", "старшие"),
                    new Kind("NAME_INCOMPLETE", "ФИО наставника", "Токарев"),
                    new Kind("NAME_UNREADABLE", "ФИО наставника", "Т0карев Гл3б Иванович"));

    private void breakRows(int count) {
        int menteeStep = Math.max(1, mentees.size() / Math.max(1, count));
        int mentorStep = Math.max(1, mentors.size() / Math.max(1, count));
        int menteeAt = menteeStep;
        int mentorAt = mentorStep;
        for (int i = 0; i < count; i++) {
            if (i % 3 == 2) {
                var kind = MENTOR_FAULTS.get(i / 3 % MENTOR_FAULTS.size());
                damage(MENTORS, mentorAt, kind, mentors);
                mentorAt += mentorStep;
            } else {
                // Teachers have no class: the next row is a pupil's.
                if (menteeAt % 15 == 14) {
                    menteeAt++;
                }
                var kind = menteeFaults().get((i - i / 3) % menteeFaults().size());
                damage(MENTEES, menteeAt, kind, mentees);
                menteeAt += menteeStep;
            }
        }
    }

    private void damage(String sheet, int index, Kind kind, List<Map<String, Object>> rows) {
        var row = rows.get(index);
        var nameColumn = sheet.equals(MENTEES) ? "ФИО наставляемого" : "ФИО наставника";
        var change = new HashMap<String, @Nullable Object>();
        change.put(kind.column(), kind.value());
        if (kind.fault().equals("INN_WRONG")) {
            change.put("Место работы/учебы наставника", "Завод «Самоцвет»");
        }
        damage.put(sheet + index, change);
        var person = change.containsKey(nameColumn) ? change.get(nameColumn) : row.get(nameColumn);
        broken.add(new Broken(sheet, index + FIRST_LINE, String.valueOf(person), kind.fault()));
    }

    private static final int FIRST_LINE = 5;

    /** The rows that are broken, in the order of the sheets. */
    public List<Broken> broken() {
        return broken.stream()
                .sorted(
                        java.util.Comparator.comparing((Broken b) -> b.sheet().equals(MENTORS))
                                .thenComparing(Broken::line))
                .toList();
    }

    /** The book as a file. */
    public byte[] bytes() {
        return bytes(true);
    }

    /** The same file after somebody has corrected every broken row and touched nothing else. */
    public byte[] corrected() {
        return bytes(false);
    }

    private byte[] bytes(boolean withFaults) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "register", "1.0")) {
            sheet(workbook, MENTEES, "База наставляемых", MENTEE_HEADINGS, mentees, withFaults);
            sheet(workbook, MENTORS, "База наставников", MENTOR_HEADINGS, mentors, withFaults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void sheet(
            Workbook workbook,
            String name,
            String title,
            List<String> headings,
            List<Map<String, Object>> rows,
            boolean withFaults) {
        var sheet = workbook.newWorksheet(name);
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().fontSize(14).set();
        for (int column = 0; column < headings.size(); column++) {
            sheet.value(2, column, headings.get(column));
            sheet.style(2, column).bold().wrapText(true).borderStyle("thin").set();
            sheet.value(3, column, column + 1);
            sheet.width(column, column == 0 ? 6 : 24);
        }
        for (int i = 0; i < rows.size(); i++) {
            var change =
                    withFaults ? damage.getOrDefault(name + i, Map.of()) : Map.<String, Object>of();
            for (int column = 0; column < headings.size(); column++) {
                var heading = headings.get(column);
                var value =
                        change.containsKey(heading)
                                ? change.get(heading)
                                : rows.get(i).get(heading);
                write(sheet, FIRST_LINE - 1 + i, column, value);
            }
        }
        sheet.freezePane(2, 4);
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("dd.mm.yyyy").set();
            }
            case Integer number -> sheet.value(row, column, number);
            case String text when text.startsWith("=") ->
                    sheet.formula(row, column, text.substring(1));
            case String text -> sheet.value(row, column, text);
            default -> throw new IllegalArgumentException(String.valueOf(value));
        }
    }
}
