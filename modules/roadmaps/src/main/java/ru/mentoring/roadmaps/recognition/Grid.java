package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;
import ru.mentoring.roadmaps.recognition.paper.Paper;

/** A table laid out on columns, so that merged cells have a place. */
record Grid(int table, int width, List<GridRow> rows) {

    /** A cell; {@code continued} if it is the lower part of one that begins above. */
    record GridCell(int column, int span, boolean continued, List<String> lines) {

        boolean isBlank() {
            return lines.isEmpty();
        }

        String text() {
            return String.join(" ", lines);
        }
    }

    record GridRow(Place place, List<GridCell> cells) {

        List<GridCell> filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).toList();
        }

        boolean isBlank() {
            return filled().isEmpty() && cells.stream().noneMatch(GridCell::continued);
        }

        /** Whether the cells only count the columns: 1, 2, 3. */
        boolean isColumnNumbers() {
            List<GridCell> filled = filled();
            if (filled.size() < 3 || filled.size() != cells.size()) {
                return false;
            }
            for (int i = 0; i < filled.size(); i++) {
                if (!filled.get(i).text().equals(Integer.toString(i + 1))) {
                    return false;
                }
            }
            return true;
        }

        int width() {
            return cells.isEmpty() ? 0 : cells.getLast().column() + cells.getLast().span();
        }

        String text() {
            return String.join(" | ", filled().stream().map(GridCell::text).toList());
        }
    }

    static Grid of(Paper.Table table, int number) {
        var rows = new ArrayList<GridRow>();
        int width = 0;
        for (Paper.Row row : table.rows()) {
            var cells = new ArrayList<GridCell>();
            int column = row.before();
            for (Paper.Cell cell : row.cells()) {
                List<String> lines = cell.continued() ? List.of() : Lines.clean(cell.lines());
                cells.add(new GridCell(column, cell.span(), cell.continued(), lines));
                column += cell.span();
            }
            width = Math.max(width, column);
            rows.add(new GridRow(Place.row(number, rows.size() + 1), cells));
        }
        return new Grid(number, width, rows);
    }

    /** Returns the rows that are more than a cell across the whole table. */
    List<GridRow> dataRows() {
        return rows.stream()
                .filter(row -> row.filled().size() > 1 && !row.isColumnNumbers())
                .toList();
    }
}
