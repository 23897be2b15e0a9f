package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.Grid.GridCell;
import ru.mentoring.roadmaps.recognition.Grid.GridRow;

/**
 * Which column of a table is for what.
 *
 * @param columns by position; null where it is not known
 * @param heads what the columns are called, empty where there is no head
 */
record Layout(List<@Nullable Column> columns, List<String> heads) {

    /** Reads a row of column heads; null if it is none. */
    static @Nullable Layout ofHeader(GridRow row, int width) {
        int known = 0;
        var columns = new ArrayList<@Nullable Column>();
        var heads = new ArrayList<String>();
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (int i = 0; i < width; i++) {
            columns.add(null);
            heads.add("");
        }
        for (GridCell cell : row.filled()) {
            Column column = HeaderWords.column(cell.text());
            if (column == null
                    && (ItemNumber.parts(cell.text()).size() > 1
                            || CellSigns.isDeadline(cell.text()))) {
                return null;
            }
            known += column == null ? 0 : 1;
            if (column != null) {
                seen.add(column);
            }
            for (int i = cell.column(); i < Math.min(cell.column() + cell.span(), width); i++) {
                columns.set(i, column);
                heads.set(i, cell.text());
            }
        }
        boolean wide = row.filled().size() * 2 >= row.cells().size();
        boolean isHeader =
                wide && seen.size() > 1 && known * 2 >= row.filled().size() && !isTechnical(seen);
        return isHeader ? new Layout(columns, heads) : null;
    }

    /** A number and a stage may as well be the beginning of an item. */
    private static boolean isTechnical(Set<Column> seen) {
        return EnumSet.of(Column.NUMBER, Column.STAGE).containsAll(seen);
    }

    boolean has(Column column) {
        return columns.contains(column);
    }

    @Nullable Column at(int column) {
        return column < columns.size() ? columns.get(column) : null;
    }

    String head(int column) {
        return column < heads.size() ? heads.get(column) : "";
    }

    int width() {
        return columns.size();
    }

    /** Returns whether the table is a list of things to do, with whom or when. */
    boolean isRoadmap() {
        return has(Column.ACTIVITY)
                && (has(Column.DEADLINE)
                        || has(Column.RESPONSIBLE)
                        || (has(Column.NUMBER) && has(Column.RESULT)));
    }

    /** "Contents" is the column of activities where there is no other. */
    Layout withActivity() {
        if (has(Column.ACTIVITY) || !has(Column.CONTENT)) {
            return this;
        }
        var changed = new ArrayList<>(columns);
        changed.set(columns.indexOf(Column.CONTENT), Column.ACTIVITY);
        return new Layout(changed, heads);
    }

    Layout with(int position, Column column) {
        var changed = new ArrayList<>(columns);
        changed.set(position, column);
        return new Layout(changed, heads);
    }

    /** Returns the layout with one column left out. */
    Layout without(int position) {
        var fewer = new ArrayList<>(columns);
        var fewerHeads = new ArrayList<>(heads);
        fewer.remove(position);
        fewerHeads.remove(position);
        return new Layout(fewer, fewerHeads);
    }

    /** Returns how well the rows fit, the higher the better; below zero they do not. */
    double fit(List<CellSigns.Signs> cells) {
        double score = 0;
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            CellSigns.Signs signs = cells.get(i);
            if (signs.filled() == 0) {
                continue;
            }
            score +=
                    switch (columns.get(i)) {
                        case NUMBER -> 4 * signs.number() - 2;
                        case DEADLINE -> 4 * signs.deadline() - 2;
                        case RESPONSIBLE -> 2 * signs.who() - 1 - signs.deadline() - signs.number();
                        case ACTIVITY, RESULT, CONTENT ->
                                1 - 2 * signs.number() - 2 * signs.deadline();
                        case STAGE, INDICATOR, OTHER -> -signs.deadline();
                        case null -> -0.5;
                    };
        }
        return score;
    }
}
