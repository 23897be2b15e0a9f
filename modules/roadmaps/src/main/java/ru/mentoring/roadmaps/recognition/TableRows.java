package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.Grid.GridCell;
import ru.mentoring.roadmaps.recognition.Grid.GridRow;
import ru.mentoring.roadmaps.recognition.ReadLine.Meaning;
import ru.mentoring.roadmaps.recognition.TableReader.RoadmapTable;

/** Takes the rows of one table of the roadmap, each cell under its column. */
final class TableRows {

    private final RoadmapTable table;
    private final Trace trace;
    private final Map<Integer, List<String>> above = new HashMap<>();
    private final List<RawRow> rows = new ArrayList<>();
    private boolean atBreak;

    private TableRows(RoadmapTable table, boolean afterOther, Trace trace) {
        this.table = table;
        this.trace = trace;
        this.atBreak = afterOther;
    }

    /** Returns the rows; {@code afterOther}: the roadmap has begun in a table before. */
    static List<RawRow> of(RoadmapTable table, boolean afterOther, Trace trace) {
        var reading = new TableRows(table, afterOther, trace);
        List<GridRow> rows = table.grid().rows();
        for (int i = 0; i < rows.size(); i++) {
            boolean isHead = i >= table.heads() && i < table.heads() + table.headRows();
            if (isHead && table.heads() >= 0) {
                trace.line(rows.get(i).place(), Meaning.COLUMN_HEADS, rows.get(i).text(), "");
            } else if (i > table.heads() || afterOther) {
                reading.take(rows.get(i));
            }
        }
        return reading.rows;
    }

    private void take(GridRow row) {
        if (row.isBlank()) {
            return;
        }
        if (isHeads(row) || row.isColumnNumbers()) {
            trace.line(row.place(), Meaning.COLUMN_HEADS, row.text(), "");
            if (!row.isColumnNumbers()) {
                trace.find(Finding.Code.HEADER_REPEATED, row.place());
                atBreak = true;
            }
            return;
        }
        rows.add(
                isAcross(row)
                        ? RawRow.across(row.place(), row.filled().getFirst().lines(), atBreak)
                        : raw(row));
        atBreak = false;
    }

    private boolean isAcross(GridRow row) {
        List<GridCell> filled = row.filled();
        if (filled.size() != 1 || row.cells().stream().anyMatch(GridCell::continued)) {
            return false;
        }
        GridCell only = filled.getFirst();
        int width = table.layout().width();
        boolean outOfPlace =
                !ItemNumber.is(only.text())
                        && (column(only) == Column.NUMBER
                                || (only.column() == 0
                                        && column(only) != Column.ACTIVITY
                                        && ItemNumber.leading(only.text()) != null));
        return outOfPlace
                || row.cells().size() == 1
                || only.span() > width / 2 + 1
                || only.span() >= width;
    }

    private boolean isHeads(GridRow row) {
        List<String> heads = table.layout().heads();
        boolean same =
                row.filled().size() > 1
                        && row.filled().stream()
                                .allMatch(cell ->
                                        cell.column() < heads.size()
                                                && heads.get(cell.column())
                                                        .equalsIgnoreCase(cell.text()));
        return same || isHeadsInOtherWords(row);
    }

    private boolean isHeadsInOtherWords(GridRow row) {
        Layout header = Layout.ofHeader(row, table.grid().width());

        boolean readsOn = row.filled().stream().allMatch(cell -> Lines.readsOn(cell.text()));
        return header != null && !readsOn;
    }

    private RawRow raw(GridRow row) {
        var texts = new EnumMap<Column, List<String>>(Column.class);
        var continued = EnumSet.noneOf(Column.class);
        var inherited = EnumSet.noneOf(Column.class);
        var notes = new ArrayList<String>();
        boolean merged = false;
        for (GridCell cell : row.cells()) {
            Column column = column(cell);
            if (cell.continued()) {
                continued.add(column);
                if (ItemDraft.SHARED.contains(column) && above.containsKey(cell.column())) {
                    inherited.add(column);
                    put(texts, column, above.getOrDefault(cell.column(), List.of()));
                }
                continue;
            }
            above.put(cell.column(), cell.lines());
            merged |= column == Column.ACTIVITY && reachesOver(cell);
            if (column == Column.OTHER && !cell.isBlank()) {
                String head = table.layout().head(cell.column());
                notes.add(head.isEmpty() ? cell.text() : head + ": " + cell.text());
            } else {
                put(texts, column, cell.lines());
            }
        }
        return new RawRow(
                row.place(),
                texts,
                continued,
                inherited,
                List.of(),
                merged,
                atBreak,
                notes,
                row.text());
    }

    /** Whether a cell of the column of activities covers columns of another purpose too. */
    private boolean reachesOver(GridCell cell) {
        for (int i = cell.column(); i < cell.column() + cell.span(); i++) {
            if (column(i) != Column.ACTIVITY) {
                return true;
            }
        }
        return false;
    }

    private Column column(GridCell cell) {
        return column(cell.column());
    }

    private Column column(int position) {
        @Nullable Column column = table.layout().at(position);
        return column == null ? Column.OTHER : column;
    }

    /** Two columns of one purpose, such as beginning and end, are one text. */
    private static void put(Map<Column, List<String>> texts, Column column, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<String> already = texts.get(column);
        if (already == null) {
            texts.put(column, lines);
        } else if (column == Column.DEADLINE) {
            texts.put(column, List.of(String.join(" ", already) + " – " + String.join(" ", lines)));
        } else {
            var both = new ArrayList<>(already);
            both.addAll(lines);
            texts.put(column, both);
        }
    }
}
