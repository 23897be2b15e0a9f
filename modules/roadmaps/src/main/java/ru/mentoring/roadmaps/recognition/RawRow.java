package ru.mentoring.roadmaps.recognition;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A row whose columns are known, before it is decided what it is.
 *
 * @param texts the lines by column; no entry where the cell is empty
 * @param continued columns whose cell goes on from the row above
 * @param inherited columns whose text is that of a merged cell above
 * @param across the lines of a row that is one cell; empty for other rows
 * @param merged whether all but the number is one cell
 * @param atBreak whether a page may have ended just before it
 * @param notes texts of other columns, each after its head
 * @param text the row as it stands, for the trace
 */
record RawRow(
        Place place,
        Map<Column, List<String>> texts,
        Set<Column> continued,
        Set<Column> inherited,
        List<String> across,
        boolean merged,
        boolean atBreak,
        List<String> notes,
        String text) {

    /** A heading outside tables, or a cell across one. */
    static RawRow across(Place place, List<String> lines, boolean atBreak) {
        return new RawRow(
                place,
                Map.of(),
                Set.of(),
                Set.of(),
                lines,
                true,
                atBreak,
                List.of(),
                String.join(" ", lines));
    }

    List<String> lines(Column column) {
        return texts.getOrDefault(column, List.of());
    }

    String text(Column column) {
        return String.join(" ", lines(column));
    }

    boolean has(Column column) {
        return texts.containsKey(column);
    }

    /** How many of the columns beside number, stage and activity say something. */
    int details() {
        return (int)
                List.of(Column.DEADLINE, Column.RESPONSIBLE, Column.RESULT, Column.INDICATOR)
                        .stream()
                        .filter(this::has)
                        .count();
    }
}
