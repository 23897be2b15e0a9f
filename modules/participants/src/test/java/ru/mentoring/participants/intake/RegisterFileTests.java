package ru.mentoring.participants.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.Side;
import ru.mentoringtest.registers.RegisterBook;
import ru.mentoringtest.registers.RegisterBook.Broken;

class RegisterFileTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    @TempDir Path folder;

    private record Reading(List<SheetReading> sheets, List<JudgedRow> rows) {

        List<JudgedRow> good() {
            return rows.stream().filter(JudgedRow::good).toList();
        }

        List<Broken> broken() {
            return rows.stream()
                    .filter(row -> !row.good())
                    .map(row ->
                            new Broken(
                                    row.sheetName(),
                                    row.line(),
                                    row.person(),
                                    row.faults().getFirst().reason().name()))
                    .toList();
        }
    }

    private Reading read(byte[] workbook) throws IOException {
        var file = Files.write(folder.resolve("register.xlsx"), workbook);
        var rows = new ArrayList<JudgedRow>();
        return new Reading(RegisterFile.read(file, CLOCK, rows::add), rows);
    }

    private static byte[] sheet(String name, List<List<String>> lines) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet(name);
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).size(); column++) {
                    sheet.value(row, column, lines.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    @Test
    void refusesMoreThanAHundredThousandRows() {
        assertThatExceptionOfType(RejectedFile.class)
                .isThrownBy(() -> read(rows(100_001)))
                .satisfies(refused -> {
                    assertThat(refused.rejection()).isEqualTo(Rejection.TOO_MANY_ROWS);
                    assertThat(refused.detail()).isEqualTo("100000");
                });
    }

    @Test
    void givesUpAFileThatTakesLongerThanAPersonWaits() throws IOException {
        var file = Files.write(folder.resolve("register.xlsx"), rows(1_000));
        assertThatExceptionOfType(RejectedFile.class)
                .isThrownBy(() -> RegisterFile.read(file, new Late(), row -> {}))
                .satisfies(
                        refused -> assertThat(refused.rejection()).isEqualTo(Rejection.TOO_SLOW));
    }

    private static byte[] rows(int count) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Наставляемые");
            sheet.value(0, 0, "ФИО наставляемого");
            sheet.value(0, 1, "Дата рождения");
            for (int row = 1; row <= count; row++) {
                sheet.value(row, 0, "Гайкин Матвей");
                sheet.value(row, 1, row);
            }
        }
        return out.toByteArray();
    }

    @Test
    void findsEveryBrokenRowOfTwoThousandAndNoOther() throws IOException {
        var book = RegisterBook.of(7, 2_000, 40, TODAY);

        var reading = read(book.bytes());

        assertThat(reading.broken()).containsExactlyElementsOf(book.broken());
        assertThat(reading.good()).hasSize(1_960);
        assertThat(reading.sheets())
                .extracting(SheetReading::side)
                .containsExactly(Side.MENTEE, Side.MENTOR);
    }

    @Test
    void findsNothingWrongWithTheCorrectedFile() throws IOException {
        var reading = read(RegisterBook.of(7, 2_000, 40, TODAY).corrected());

        assertThat(reading.broken()).isEmpty();
        assertThat(reading.good()).hasSize(2_000);
    }

    @Test
    void readsAMenteeWithTheRepresentativeFromTheContactCell() throws IOException {
        var reading =
                read(
                        sheet(
                                "Лист1",
                                List.of(
                                        List.of(
                                                "ФИО наставляемого",
                                                "Контактные данные для связи (данные представителя)",
                                                "Год рождения наставляемого",
                                                "Основной запрос наставляемого"),
                                        List.of(
                                                "Росинкина Аня Егоровна",
                                                "мама: Росинкина Ирина Павловна, тел. 8 900 000-12-34, mama@example.test",
                                                "2013",
                                                "животные"))));

        assertThat(reading.good())
                .singleElement()
                .satisfies(row -> {
                    var person = row.content();
                    assertThat(person.category()).isEqualTo(Category.PUPIL);
                    assertThat(person.birthDate()).isEqualTo(LocalDate.of(2013, 12, 31));
                    assertThat(person.representative()).isEqualTo("Росинкина Ирина Павловна");
                    assertThat(person.phone()).isEqualTo("+7 900 000-12-34");
                    assertThat(person.email()).isEqualTo("mama@example.test");
                    assertThat(person.request()).isEqualTo("животные");
                });
    }

    /** Whatever the order of the columns, the same people are found. */
    @Test
    void doesNotCareAboutTheOrderOfColumns() throws IOException {
        var headings =
                List.of(
                        "Фамилия",
                        "Имя",
                        "Отчество",
                        "Дата рождения",
                        "Класс",
                        "Запрос",
                        "Телефон родителя",
                        "Родитель");
        var values =
                List.of(
                        "Гайкин",
                        "Матвей",
                        "Ильич",
                        "14.03.2012",
                        "9-а",
                        "станки",
                        "89000001234",
                        "Гайкина Вера");
        var expected =
                read(sheet("Наставляемые", List.of(headings, values))).good().getFirst().content();
        var random = new Random(1);
        for (int i = 0; i < 50; i++) {
            var order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
            Collections.shuffle(order, random);

            var reading =
                    read(
                            sheet(
                                    "Наставляемые",
                                    List.of(
                                            order.stream().map(headings::get).toList(),
                                            order.stream().map(values::get).toList())));

            assertThat(reading.good())
                    .singleElement()
                    .extracting(JudgedRow::content)
                    .isEqualTo(expected);
        }
        assertThat(expected.className()).isEqualTo("9А");
        assertThat(expected.representativePhone()).isEqualTo("+7 900 000-12-34");
    }

    @Test
    void passesOverTitlesEmptyLinesAndTheLineOfColumnNumbers() throws IOException {
        var heading = List.of("№ п/п", "ФИО наставника", "Дата рождения", "Компетенции", "Класс");
        var reading =
                read(
                        sheet(
                                "Лист1",
                                List.of(
                                        List.of("УТВЕРЖДАЮ"),
                                        List.of("База наставников"),
                                        List.of(""),
                                        heading,
                                        List.of("1", "2", "3", "4", "5"),
                                        List.of("1", "Токарев Глеб", "01.02.2010", "станки", "10А"),
                                        List.of("2"),
                                        heading,
                                        List.of("3", "Мостов Иван", "01.02.2010", "порт", "10А"))));

        assertThat(reading.rows()).extracting(JudgedRow::line).containsExactly(6, 9);
        assertThat(reading.broken()).isEmpty();
    }

    @Test
    void namesTheRowInWhichAPersonStandsAlready() throws IOException {
        var reading =
                read(
                        sheet(
                                "Наставляемые",
                                List.of(
                                        List.of("ФИО", "Дата рождения", "Класс"),
                                        List.of("Гайкин Матвей", "14.03.2012", "9А"),
                                        List.of("ГАЙКИН  МАТВЕЙ", "14.03.2012", "9Б"))));

        assertThat(reading.rows().getLast().faults())
                .containsExactly(new Fault(Fault.Reason.REPEATED, Column.NAME, "2"));
    }

    @Test
    void namesAllFaultsOfARowAtOnce() throws IOException {
        var reading =
                read(
                        sheet(
                                "Наставляемые",
                                List.of(
                                        List.of("ФИО", "Дата рождения", "Класс", "Телефон"),
                                        List.of("Гайкин", "когда-то", "девятый", "12"))));

        assertThat(reading.rows().getFirst().faults())
                .extracting(Fault::reason)
                .containsExactly(
                        Fault.Reason.NAME_INCOMPLETE,
                        Fault.Reason.BIRTH_UNREADABLE,
                        Fault.Reason.CLASS_UNREADABLE,
                        Fault.Reason.PHONE_UNREADABLE);
    }

    @Test
    void asksWhoAnAdultWithoutCategoryIs() throws IOException {
        var reading =
                read(
                        sheet(
                                "Наставники",
                                List.of(
                                        List.of("ФИО", "Дата рождения"),
                                        List.of("Верстаева Софья", "14.03.1990"))));

        assertThat(reading.broken())
                .extracting(Broken::fault)
                .containsExactly(Fault.Reason.CATEGORY_UNKNOWN.name());
    }

    @Test
    void asksWhoseListItIs() {
        var file =
                sheet(
                        "Лист1",
                        List.of(
                                List.of("ФИО", "Дата рождения"),
                                List.of("Гайкин Матвей", "14.03.2012")));

        assertRejected(file, Rejection.SIDE_UNKNOWN);
    }

    @Test
    void needsAColumnForTheBirthDate() {
        var file =
                sheet(
                        "Наставники",
                        List.of(
                                List.of("ФИО наставника", "Компетенции"),
                                List.of("Токарев Глеб", "станки")));

        assertRejected(file, Rejection.NO_BIRTH_COLUMN);
    }

    @Test
    void needsPeopleUnderTheHeadings() {
        assertRejected(
                sheet("Наставники", List.of(List.of("ФИО наставника", "Дата рождения"))),
                Rejection.NO_ROWS);
    }

    @Test
    void findsNoRegisterInATableOfSomethingElse() {
        assertRejected(
                sheet("Меню", List.of(List.of("Блюдо", "Цена"), List.of("каша", "30"))),
                Rejection.NO_REGISTER);
    }

    @Test
    void refusesMoreRowsThanASchoolCanHave() {
        var lines = new ArrayList<List<String>>();
        lines.add(List.of("ФИО наставляемого", "Дата рождения"));
        for (int i = 0; i <= RegisterFile.MAX_ROWS; i++) {
            lines.add(List.of("Гайкин Матвей", "14.03.2012"));
        }

        assertRejected(sheet("Наставляемые", lines), Rejection.TOO_MANY_ROWS);
    }

    private void assertRejected(byte[] workbook, Rejection rejection) {
        assertThatExceptionOfType(RejectedFile.class)
                .isThrownBy(() -> read(workbook))
                .extracting(RejectedFile::rejection)
                .isEqualTo(rejection);
    }

    /** A clock on which half a minute passes between any two looks. */
    private static final class Late extends Clock {

        private Instant now = CLOCK.instant();

        @Override
        public Instant instant() {
            now = now.plusSeconds(31);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
