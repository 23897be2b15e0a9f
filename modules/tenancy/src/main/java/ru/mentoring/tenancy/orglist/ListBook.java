package ru.mentoring.tenancy.orglist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgKind;

/** Reads a workbook that passed the archive gate, one row at a time. */
final class ListBook {

    /** No region has so many organisations of education. */
    static final int MAX_ROWS = 20_000;

    private static final int MAX_COLUMNS = 100;
    private static final int MAX_CELL = 2_000;
    private static final int HEADING_WITHIN = 30;
    private static final Duration BUDGET = Duration.ofSeconds(15);

    /**
     * A cell as it was read.
     *
     * @param date the day, if the cell is formatted as one
     */
    record Value(String text, @Nullable LocalDate date, boolean formula) {

        static final Value NOTHING = new Value("", null, false);

        boolean empty() {
            return text.isEmpty() && !formula;
        }
    }

    /**
     * A row with its cells by their meaning.
     *
     * @param kind what the sheet holds, for rows that do not say it themselves
     */
    record Line(String sheet, int number, OrgKind kind, Map<ListColumn, Value> cells) {

        Value at(ListColumn column) {
            return cells.getOrDefault(column, Value.NOTHING);
        }

        boolean has(ListColumn column) {
            return cells.containsKey(column);
        }
    }

    private final Clock clock;
    private final Instant started;
    private final List<Line> lines = new ArrayList<>();
    private boolean found;

    private ListBook(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * Reads all lists of the file.
     *
     * @throws RejectedList if the file as a whole is of no use
     */
    static List<Line> read(Path file, Clock clock) throws IOException {
        var book = new ListBook(clock);
        var names = new ArrayList<String>();
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    names.add(sheet.getName());
                    book.read(sheet);
                }
            }
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw new RejectedList(ListRejection.DAMAGED);
        }
        if (!book.found) {
            throw new RejectedList(ListRejection.NO_LIST, String.join(", ", names));
        }
        if (book.lines.isEmpty()) {
            throw new RejectedList(ListRejection.NO_ROWS);
        }
        return book.lines;
    }

    private void read(Sheet sheet) throws IOException {
        try (var stream = sheet.openStream()) {
            var rows = stream.iterator();
            Map<ListColumn, Integer> columns = Map.of();
            while (rows.hasNext()) {
                var row = rows.next();
                var cells = cells(row);
                if (cells.stream().allMatch(Value::empty)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    columns = columns(cells);
                    if (columns.isEmpty() && row.getRowNum() > HEADING_WITHIN) {
                        return;
                    }
                    found |= !columns.isEmpty();
                } else {
                    take(sheet, row.getRowNum(), columns, cells);
                }
            }
        }
    }

    private void take(
            Sheet sheet, int number, Map<ListColumn, Integer> columns, List<Value> cells) {
        if (countsColumns(cells)) {
            return;
        }
        if (lines.size() >= MAX_ROWS) {
            throw new RejectedList(ListRejection.TOO_MANY_ROWS, String.valueOf(MAX_ROWS));
        }
        if (lines.size() % 500 == 0
                && Duration.between(started, clock.instant()).compareTo(BUDGET) > 0) {
            throw new RejectedList(ListRejection.TOO_SLOW);
        }
        var values = new EnumMap<ListColumn, Value>(ListColumn.class);
        columns.forEach((column, place) ->
                values.put(column, place < cells.size() ? cells.get(place) : Value.NOTHING));
        lines.add(new Line(sheet.getName(), number, kind(sheet.getName()), values));
    }

    private static OrgKind kind(String sheet) {
        var words = sheet.toLowerCase(Locale.ROOT);
        return words.contains("район") || words.contains("управлени") || words.contains("муницип")
                ? OrgKind.DISTRICT
                : OrgKind.SCHOOL;
    }

    /** Says whether this is the line of column numbers that official forms print. */
    private static boolean countsColumns(List<Value> cells) {
        int seen = 0;
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).empty()) {
                if (!cells.get(i).text().equals(String.valueOf(i + 1))) {
                    return false;
                }
                seen++;
            }
        }
        return seen > 2;
    }

    /** Where each column stands, or nothing if this is no line of headings. */
    private static Map<ListColumn, Integer> columns(List<Value> cells) {
        var columns = new EnumMap<ListColumn, Integer>(ListColumn.class);
        for (int i = 0; i < cells.size(); i++) {
            var column = ListColumn.of(cells.get(i).text());
            if (column != ListColumn.UNKNOWN) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns.containsKey(ListColumn.CODE) && columns.containsKey(ListColumn.NAME)
                ? columns
                : Map.of();
    }

    private static List<Value> cells(Row row) {
        int count = Math.min(row.getCellCount(), MAX_COLUMNS);
        var values = new ArrayList<Value>(count);
        for (int i = 0; i < count; i++) {
            values.add(value(row.getOptionalCell(i).orElse(null)));
        }
        return values;
    }

    private static Value value(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Value.NOTHING;
        }
        return switch (cell.getType()) {
            case FORMULA, ERROR ->
                    new Value(shortened(String.valueOf(cell.getRawValue())), null, true);
            case NUMBER -> number(cell);
            case STRING, BOOLEAN, EMPTY -> new Value(shortened(cell.getText()), null, false);
        };
    }

    private static Value number(Cell cell) {
        var number = cell.asNumber();
        var format = cell.getDataFormatString();
        boolean dated =
                format != null
                        && format.toLowerCase(Locale.ROOT).matches("(?s).*(yy|гг).*")
                        && number.doubleValue() >= 1
                        && number.doubleValue() < 200_000;
        if (dated) {
            var day = cell.asDate().toLocalDate();
            return new Value(day.toString(), day, false);
        }
        return new Value(shortened(number.stripTrailingZeros().toPlainString()), null, false);
    }

    private static String shortened(String text) {
        var bare = text.replace('\u00a0', ' ').strip();
        return bare.length() > MAX_CELL ? bare.substring(0, MAX_CELL) : bare;
    }
}
