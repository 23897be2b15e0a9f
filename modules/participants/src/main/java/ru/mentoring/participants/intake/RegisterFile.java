package ru.mentoring.participants.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Side;

/**
 * Reads a workbook that passed the archive gate, row by row, and hands on each person's row with
 * the verdict on it. Holds one row at a time.
 */
final class RegisterFile {

    /** How many people a file may hold. */
    static final int MAX_ROWS = 100_000;

    private static final int MAX_COLUMNS = 200;
    private static final int MAX_CELL = 32_767;
    private static final int HEADING_WITHIN = 30;
    private static final Duration BUDGET = Duration.ofSeconds(30);

    private final Clock clock;
    private final Consumer<JudgedRow> rows;
    private final List<SheetReading> sheets = new ArrayList<>();
    private final Map<Side, RowJudge> judges = new HashMap<>();
    private final Instant started;
    private int count;

    private RegisterFile(Clock clock, Consumer<JudgedRow> rows) {
        this.clock = clock;
        this.rows = rows;
        this.started = clock.instant();
    }

    /**
     * Reads all registers of the file and returns what was understood of their headings.
     *
     * @throws RejectedFile if the file as a whole is of no use
     */
    static List<SheetReading> read(Path file, Clock clock, Consumer<JudgedRow> rows)
            throws IOException {
        return new RegisterFile(clock, rows).read(file);
    }

    private List<SheetReading> read(Path file) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true))) {
            var names = new ArrayList<String>();
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                    read(sheet, names);
                }
            }
            if (sheets.isEmpty()) {
                throw new RejectedFile(Rejection.NO_REGISTER, String.join(", ", names));
            }
            if (count == 0) {
                throw new RejectedFile(Rejection.NO_ROWS);
            }
            return List.copyOf(sheets);
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw new RejectedFile(Rejection.DAMAGED);
        }
    }

    private void read(Sheet sheet, List<String> names) throws IOException {
        names.add(sheet.getName());
        var title = new StringBuilder(sheet.getName());
        try (var stream = sheet.openStream()) {
            var iterator = stream.iterator();
            Optional<Layout> layout = Optional.empty();
            while (iterator.hasNext()) {
                var grid = grid(iterator.next());
                if (grid.empty()) {
                    continue;
                }
                if (layout.isEmpty()) {
                    layout = layout(sheet, grid, title.toString());
                    if (layout.isEmpty()) {
                        grid.cells().forEach(cell -> title.append(' ').append(cell.text()));
                        if (grid.line() > HEADING_WITHIN) {
                            return;
                        }
                    }
                    continue;
                }
                take(sheet, layout.get(), grid);
            }
        }
    }

    private void take(Sheet sheet, Layout layout, Grid grid) {
        if (grid.countsColumns() || layout.repeats(grid)) {
            return;
        }
        if (++count > MAX_ROWS) {
            throw new RejectedFile(Rejection.TOO_MANY_ROWS, String.valueOf(MAX_ROWS));
        }
        if (count % 500 == 0 && Duration.between(started, clock.instant()).compareTo(BUDGET) > 0) {
            throw new RejectedFile(Rejection.TOO_SLOW);
        }
        var judge =
                judges.computeIfAbsent(
                        layout.side(), side -> new RowJudge(side, LocalDate.now(clock)));
        judge.judge(sheet.getIndex(), sheet.getName(), grid, layout.columns()).ifPresent(rows);
    }

    private Optional<Layout> layout(Sheet sheet, Grid grid, String title) {
        var headings = new ArrayList<Heading>();
        int known = 0;
        for (var cell : grid.cells()) {
            var heading = Heading.of(cell.text());
            headings.add(heading);
            if (heading.meaning() != Column.UNKNOWN) {
                known++;
            }
        }
        boolean named =
                headings.stream()
                        .anyMatch(h -> Set.of(Column.NAME, Column.SURNAME).contains(h.meaning()));
        if (!named || known < 2) {
            return Optional.empty();
        }
        var side =
                side(headings, title)
                        .orElseThrow(
                                () -> new RejectedFile(Rejection.SIDE_UNKNOWN, sheet.getName()));
        var columns = new ArrayList<Column>();
        var heads = new ArrayList<SheetReading.Head>();
        for (int i = 0; i < headings.size(); i++) {
            var column = headings.get(i).columnOf(side);
            if (column.used() && columns.contains(column)) {
                column = Column.UNKNOWN;
            }
            columns.add(column);
            if (!grid.at(i).empty()) {
                heads.add(new SheetReading.Head(letter(i), grid.at(i).text(), column));
            }
        }
        if (!columns.contains(Column.NAME) && !columns.contains(Column.SURNAME)) {
            throw new RejectedFile(Rejection.SIDE_UNKNOWN, sheet.getName());
        }
        if (!columns.contains(Column.BIRTH)) {
            throw new RejectedFile(Rejection.NO_BIRTH_COLUMN, sheet.getName());
        }
        sheets.add(new SheetReading(sheet.getName(), side, grid.line(), heads));
        return Optional.of(new Layout(side, columns, grid));
    }

    /** Weighs what speaks for a list of mentees and what for one of mentors. */
    private static Optional<Side> side(List<Heading> headings, String title) {
        int mentees = 0;
        int mentors = 0;
        for (var heading : headings) {
            switch (heading.meaning()) {
                case REQUEST -> mentees += 3;
                case COMPETENCES, ACHIEVEMENTS, AGES, HOURS -> mentors += 2;
                case NAME, SURNAME, BIRTH, CONTACTS -> {
                    mentees += heading.owner().filter(o -> o == Side.MENTEE).isPresent() ? 2 : 0;
                    mentors += heading.owner().filter(o -> o == Side.MENTOR).isPresent() ? 2 : 0;
                }
                default -> {}
            }
        }
        var words = title.toLowerCase(Locale.ROOT);
        mentees += words.contains("наставляем") ? 2 : 0;
        mentors += words.contains("наставник") ? 2 : 0;
        if (mentees == mentors) {
            return Optional.empty();
        }
        return Optional.of(mentees > mentors ? Side.MENTEE : Side.MENTOR);
    }

    private static Grid grid(Row row) {
        if (row.getCellCount() > MAX_COLUMNS) {
            throw new RejectedFile(Rejection.NO_REGISTER, "> " + MAX_COLUMNS);
        }
        var values = new ArrayList<Grid.Value>();
        for (int i = 0; i < row.getCellCount(); i++) {
            values.add(value(row.getOptionalCell(i).orElse(null)));
        }
        return new Grid(row.getRowNum(), values);
    }

    private static Grid.Value value(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Grid.Value.NOTHING;
        }
        return switch (cell.getType()) {
            case FORMULA -> new Grid.Value("=" + cell.getFormula(), null, null, Grid.Kind.FORMULA);
            case ERROR ->
                    new Grid.Value(String.valueOf(cell.getRawValue()), null, null, Grid.Kind.ERROR);
            case NUMBER -> number(cell);
            case STRING, BOOLEAN, EMPTY -> Grid.Value.text(shortened(cell.getText()));
        };
    }

    private static Grid.Value number(Cell cell) {
        var number = cell.asNumber();
        var plain = number.stripTrailingZeros().toPlainString();
        boolean dated = isDate(cell.getDataFormatString());
        LocalDate date = null;
        if (dated && number.doubleValue() >= 1 && number.doubleValue() < 200_000) {
            date = cell.asDate().toLocalDate();
        }
        return new Grid.Value(
                date == null ? shortened(plain) : date.toString(),
                date,
                number.doubleValue(),
                Grid.Kind.PLAIN);
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        var bare = format.replaceAll("\\[[^\\]]*]|\"[^\"]*\"|\\\\.", "").toLowerCase(Locale.ROOT);
        return bare.contains("yy") || bare.contains("гг") || bare.contains("d");
    }

    private static String shortened(String text) {
        return text.length() > MAX_CELL ? text.substring(0, MAX_CELL) : text;
    }

    private static String letter(int column) {
        return column < 26
                ? String.valueOf((char) ('A' + column))
                : letter(column / 26 - 1) + (char) ('A' + column % 26);
    }

    private record Layout(Side side, List<Column> columns, Grid heading) {

        boolean repeats(Grid grid) {
            return grid.cells().equals(heading.cells());
        }
    }
}
