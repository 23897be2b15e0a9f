package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import ru.mentoring.roadmaps.recognition.Variation.Heads;
import ru.mentoring.roadmaps.recognition.Variation.Oddity;
import ru.mentoring.roadmaps.recognition.Variation.Sections;
import ru.mentoring.roadmaps.recognition.paper.Paper;

/** Writes a roadmap down as a paper with a table, in one of the ways people do. */
final class VariantPaper {

    private final Truth truth;
    private final Variation way;
    private final Random random;
    private final List<Paper.Block> blocks = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();
    private final List<Truth.Item> items = new ArrayList<>();
    private List<Paper.Row> rows = new ArrayList<>();
    private int counter;

    VariantPaper(Truth truth, Variation way, Random random) {
        this.truth = truth;
        this.way = way;
        this.random = random;
    }

    /** The items as they are in the paper: merged deadlines are those of the first. */
    List<Truth.Item> items() {
        return items;
    }

    /** The numbers as they are in the paper. */
    List<String> numbers() {
        return numbers;
    }

    Paper write() {
        paragraph("УТВЕРЖДАЮ");
        paragraph("Директор МБОУ «Лукоморская гимназия» ________ К.П. Дубова");
        paragraph("«31» августа 2026 г.");
        paragraph(truth.title());
        if (way.has(Oddity.OTHER_TABLES)) {
            otherTable();
        }
        head();
        int split = random.nextInt(truth.items().size());
        for (int s = 0; s < truth.sections().size(); s++) {
            section(s);
            List<Truth.Item> own = shareDeadlines(truth.sections().get(s).items());
            for (int i = 0; i < own.size(); i++) {
                boolean stageBegins = i == 0;
                item(
                        s,
                        i,
                        own.get(i),
                        i > 0 && own.get(i).deadlineText().equals(own.get(i - 1).deadlineText()),
                        stageBegins,
                        items.size() == split);
            }
            if (way.has(Oddity.HEADER_REPEATED) && way.sections() != Sections.TABLES && s == 0) {
                rows.add(headRow());
            }
        }
        endTable();
        if (way.has(Oddity.OTHER_TABLES)) {
            otherTable();
        }
        paragraph("Директор ____________ К.П. Дубова");
        return new Paper(blocks);
    }

    private List<Truth.Item> shareDeadlines(List<Truth.Item> own) {
        if (!way.has(Oddity.DEADLINES_MERGED) || own.size() < 3) {
            return own;
        }
        var shared = new ArrayList<>(own);
        shared.set(2, own.get(2).withDeadline(own.get(1).deadlineText(), own.get(1).deadline()));
        return shared;
    }

    private void paragraph(String text) {
        blocks.add(new Paper.Paragraph(text, ""));
    }

    private void otherTable() {
        blocks.add(
                table(
                        List.of(
                                row("№", "Показатель", "2026", "2027"),
                                row("1", "Доля учеников в программе, %", "10", "25"),
                                row("2", "Доля предприятий-партнёров, %", "2", "10"))));
    }

    private void head() {
        if (way.heads() == Heads.NONE) {
            return;
        }
        rows.add(headRow());
        if (way.has(Oddity.COLUMN_NUMBERS) && columns() > 2) {
            var cells = new ArrayList<Paper.Cell>();
            for (int i = 1; i <= columns(); i++) {
                cells.add(cell(List.of(Integer.toString(i))));
            }
            rows.add(new Paper.Row(0, cells));
        }
    }

    private int columns() {
        return way.columns().size() + (way.has(Oddity.NOTE_COLUMN) ? 1 : 0);
    }

    private Paper.Row headRow() {
        var cells = new ArrayList<Paper.Cell>();
        way.columns().forEach(column -> cells.add(cell(List.of(head(column)))));
        if (way.has(Oddity.NOTE_COLUMN)) {
            cells.add(cell(List.of("Примечание")));
        }
        return new Paper.Row(0, cells);
    }

    private String head(Column column) {
        return switch (way.heads()) {
            case USUAL ->
                    switch (column) {
                        case NUMBER -> "№ п/п";
                        case STAGE -> "Этап";
                        case ACTIVITY -> "Наименование мероприятия";
                        case DEADLINE -> "Сроки реализации";
                        case RESPONSIBLE -> "Ответственный исполнитель";
                        case RESULT -> "Результат. Вид документа";
                        default -> "Показатель эффективности";
                    };
            case RENAMED ->
                    switch (column) {
                        case NUMBER -> "№";
                        case STAGE -> "Этапы работы";
                        case ACTIVITY ->
                                pick(
                                        "Что делаем",
                                        "Содержание деятельности",
                                        "Задачи и действия",
                                        "Виды работ",
                                        "Мероприятия");
                        case DEADLINE ->
                                pick("Когда", "Дата проведения", "Период", "Срок исполнения");
                        case RESPONSIBLE ->
                                pick("Кто отвечает", "Исполнители", "Ответственные лица");
                        case RESULT ->
                                pick(
                                        "Ожидаемый результат",
                                        "Форма отчётности",
                                        "Подтверждающий документ",
                                        "Итог");
                        default -> pick("Критерий", "Индикатор", "Целевой показатель");
                    };
            default -> "Графа " + (char) ('А' + way.columns().indexOf(column));
        };
    }

    /** The same word for the whole paper. */
    private String pick(String... words) {
        return words[
                Math.floorMod(
                        truth.title().hashCode() + truth.items().size() + truth.sections().size(),
                        words.length)];
    }

    private void section(int s) {
        String title = truth.sections().get(s).title();
        String number = (s + 1) + ".";
        switch (way.sections()) {
            case NUMBERED_ROW ->
                    rows.add(
                            rowOf(column ->
                                    column == Column.NUMBER
                                            ? List.of(number)
                                            : column == Column.ACTIVITY
                                                    ? List.of(title)
                                                    : List.of()));
            case MERGED_ROW ->
                    rows.add(
                            new Paper.Row(
                                    0,
                                    List.of(
                                            new Paper.Cell(
                                                    columns(),
                                                    false,
                                                    List.of(
                                                            new Paper.Paragraph(
                                                                    number + " " + title, ""))))));
            case MERGED_BUT_NUMBER ->
                    rows.add(
                            new Paper.Row(
                                    0,
                                    List.of(
                                            cell(List.of(number)),
                                            new Paper.Cell(
                                                    columns() - 1,
                                                    false,
                                                    List.of(new Paper.Paragraph(title, ""))))));
            case STAGE_ROW ->
                    rows.add(
                            new Paper.Row(
                                    0,
                                    List.of(
                                            new Paper.Cell(
                                                    columns(),
                                                    false,
                                                    List.of(
                                                            new Paper.Paragraph(
                                                                    "Этап " + (s + 1) + ". "
                                                                            + title,
                                                                    ""))))));
            case TABLES -> {
                if (s > 0) {
                    endTable();
                }
                // The heading of the first table stands above its head row.
                blocks.add(new Paper.Paragraph(number + " " + title, ""));
                if (s > 0) {
                    head();
                }
            }
            case STAGE_COLUMN, FLAT -> {}
        }
    }

    private void item(
            int s,
            int i,
            Truth.Item item,
            boolean sameDeadline,
            boolean stageBegins,
            boolean split) {
        String number = number(s, i);
        numbers.add(way.has(Column.NUMBER) ? number : "");
        items.add(item);
        counter++;
        boolean merged = way.has(Oddity.DEADLINES_MERGED) && sameDeadline && i == 2;
        var cells = new ArrayList<Paper.Cell>();
        for (Column column : way.columns()) {
            boolean stageGoesOn = column == Column.STAGE && !stageBegins;
            boolean deadlineGoesOn = column == Column.DEADLINE && merged;
            cells.add(
                    stageGoesOn || deadlineGoesOn
                            ? new Paper.Cell(1, true, List.of(new Paper.Paragraph("", "")))
                            : cell(text(column, number, item, s)));
        }
        if (way.has(Oddity.NOTE_COLUMN)) {
            cells.add(cell(List.of(i % 2 == 0 ? "уточнить" : "")));
        }
        if (split && !merged && item.points().isEmpty()) {
            splitRow(cells);
        } else {
            rows.add(new Paper.Row(0, cells));
        }
    }

    private String number(int s, int i) {
        String number =
                way.sections() == Sections.FLAT
                        ? Integer.toString(counter + 1)
                        : (s + 1) + "." + (i + 1);
        return switch (way.numbers()) {
            case WITH_POINT -> number + ".";
            case WITHOUT_POINT -> number;
            case WITH_FAULTS ->
                    way.sections() == Sections.FLAT
                            ? Integer.toString(counter + (counter > 2 ? 2 : 1))
                            : (s + 1) + "." + (i == 2 ? 2 : i > 2 ? i + 2 : i + 1);
            case NONE -> "";
        };
    }

    private List<String> text(Column column, String number, Truth.Item item, int s) {
        return switch (column) {
            case NUMBER -> number.isEmpty() ? List.of() : List.of(number);
            case STAGE -> List.of((s + 1) + " этап. " + truth.sections().get(s).title());
            case ACTIVITY -> activity(item);
            case DEADLINE -> List.of(item.deadlineText());
            case RESPONSIBLE ->
                    item.responsible().size() > 1 && random.nextBoolean()
                            ? item.responsible()
                            : List.of(String.join(", ", item.responsible()));
            case RESULT -> List.of(item.result());
            default -> List.of(item.indicator());
        };
    }

    private List<String> activity(Truth.Item item) {
        if (item.points().isEmpty()) {
            return List.of(item.title());
        }
        if (item.activities()) {
            return item.points();
        }
        boolean numbered = way.has(Oddity.LISTS_NUMBERED);
        var lines = new ArrayList<>(List.of(item.title() + ":"));
        for (int i = 0; i < item.points().size(); i++) {
            lines.add((numbered ? (i + 1) + ") " : "- ") + item.points().get(i) + ";");
        }
        return way.has(Oddity.LISTS_INLINE) ? List.of(String.join(" ", lines)) : lines;
    }

    /**
     * Breaks a row as the end of a page does: each long cell goes on below, the number does not.
     */
    private void splitRow(List<Paper.Cell> cells) {
        boolean tables = way.has(Oddity.ROW_SPLIT_OVER_TABLES);
        boolean header = way.has(Oddity.ROW_SPLIT_UNDER_HEADER);
        if (!tables && !header || way.sections() == Sections.STAGE_COLUMN) {
            rows.add(new Paper.Row(0, cells));
            return;
        }
        var above = new ArrayList<Paper.Cell>();
        var below = new ArrayList<Paper.Cell>();
        for (int i = 0; i < way.columns().size(); i++) {
            if (isShort(way.columns().get(i))) {
                above.add(cells.get(i));
                below.add(cell(List.of()));
                continue;
            }
            List<String> halves = halves(cells.get(i).lines());
            above.add(cell(List.of(halves.get(0))));
            below.add(cell(List.of(halves.get(1))));
        }
        if (way.has(Oddity.NOTE_COLUMN)) {
            above.add(cells.getLast());
            below.add(cell(List.of()));
        }
        rows.add(new Paper.Row(0, above));
        if (tables) {
            blocks.add(table(rows));
            rows = new ArrayList<>();
        } else {
            rows.add(headRow());
        }
        rows.add(new Paper.Row(0, below));
    }

    /** Whether a cell of the column is short enough to end above the break. */
    private static boolean isShort(Column column) {
        return column != Column.ACTIVITY && column != Column.RESULT;
    }

    private static List<String> halves(List<String> lines) {
        String text = String.join(" ", lines);
        String[] words = text.split(" ");
        for (int i = words.length - 1; i > 0; i--) {
            // A line that begins with a small letter reads on; what begins with a capital one could
            // be anything.
            if (Character.isLowerCase(words[i].charAt(0)) && words[i].length() > 2) {
                return List.of(
                        String.join(" ", List.of(words).subList(0, i)),
                        String.join(" ", List.of(words).subList(i, words.length)));
            }
        }
        return List.of(text, "");
    }

    private void endTable() {
        if (!rows.isEmpty()) {
            blocks.add(table(rows));
        }
        rows = new ArrayList<>();
    }

    private interface TextOf {
        List<String> of(Column column);
    }

    private Paper.Row rowOf(TextOf texts) {
        var cells = new ArrayList<Paper.Cell>();
        way.columns().forEach(column -> cells.add(cell(texts.of(column))));
        if (way.has(Oddity.NOTE_COLUMN)) {
            cells.add(cell(List.of()));
        }
        return new Paper.Row(0, cells);
    }

    private static Paper.Row row(String... texts) {
        var cells = new ArrayList<Paper.Cell>();
        for (String text : texts) {
            cells.add(cell(List.of(text)));
        }
        return new Paper.Row(0, cells);
    }

    private static Paper.Cell cell(List<String> lines) {
        var paragraphs = new ArrayList<Paper.Block>();
        lines.forEach(line -> paragraphs.add(new Paper.Paragraph(line, "")));
        return new Paper.Cell(
                1,
                false,
                paragraphs.isEmpty()
                        ? Collections.singletonList(new Paper.Paragraph("", ""))
                        : paragraphs);
    }

    private static Paper.Table table(List<Paper.Row> rows) {
        return new Paper.Table(rows);
    }
}
