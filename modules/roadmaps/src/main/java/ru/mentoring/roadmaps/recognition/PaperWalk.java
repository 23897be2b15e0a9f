package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.TableReader.RoadmapTable;
import ru.mentoring.roadmaps.recognition.paper.Paper;

/**
 * Goes through a paper from top to bottom and takes apart what is above the roadmap, its tables,
 * and the rest.
 */
final class PaperWalk {

    private static final int LONGEST_HEADING = 250;

    private final Trace trace;
    private final TableReader tables = new TableReader();
    private final List<PreambleLine> preamble = new ArrayList<>();
    private final List<PreambleLine> pending = new ArrayList<>();
    private final List<RawRow> rows = new ArrayList<>();
    private final List<RoadmapTable> roadmapTables = new ArrayList<>();
    private int lineNumber;
    private int tableNumber;

    PaperWalk(Trace trace) {
        this.trace = trace;
    }

    /**
     * A line outside the roadmap's tables.
     *
     * @param first whether it is the first of a block of its own, such as a cell beside another
     */
    record PreambleLine(Place place, String text, boolean first) {}

    void walk(Paper paper) {
        for (int i = 0; i < paper.blocks().size(); i++) {
            switch (paper.blocks().get(i)) {
                case Paper.Paragraph paragraph -> takeParagraph(paragraph);
                case Paper.Table table ->
                        takeTable(table, paper.blocks().subList(i + 1, paper.blocks().size()));
            }
        }
        for (PreambleLine line : pending) {
            trace.leaveOut(line.place(), line.text());
        }
    }

    List<PreambleLine> preamble() {
        return preamble;
    }

    List<RawRow> rows() {
        return rows;
    }

    List<RoadmapTable> roadmapTables() {
        return roadmapTables;
    }

    private void takeParagraph(Paper.Paragraph paragraph) {
        var lines = new ArrayList<String>();
        paragraph.collectLines(lines);
        lineNumber++;
        for (String line : lines) {
            if (!line.isBlank()) {
                var taken = new PreambleLine(Place.line(lineNumber), line.strip(), false);
                (roadmapTables.isEmpty() ? preamble : pending).add(taken);
            }
        }
    }

    private void takeTable(Paper.Table table, List<Paper.Block> below) {
        Paper.Table inner = onlyTableIn(table);
        if (inner != null) {
            takeTable(inner, below);
            return;
        }
        tableNumber++;
        Grid grid = Grid.of(table, tableNumber);
        RoadmapTable roadmap =
                tables.read(grid, roadmapTables.isEmpty() ? grids(below) : List.of());
        if (roadmap != null) {
            takeRoadmap(roadmap);
        } else if (roadmapTables.isEmpty()) {
            takeAsPreamble(grid);
        } else {
            leaveOut(grid);
        }
    }

    private static List<Grid> grids(List<Paper.Block> blocks) {
        return blocks.stream()
                .filter(Paper.Table.class::isInstance)
                .map(block -> Grid.of((Paper.Table) block, 0))
                .toList();
    }

    /** A table of one cell around another table is a frame. */
    private static Paper.@Nullable Table onlyTableIn(Paper.Table table) {
        if (table.rows().size() != 1 || table.rows().getFirst().cells().size() != 1) {
            return null;
        }
        return table.rows().getFirst().cells().getFirst().blocks().stream()
                .filter(Paper.Table.class::isInstance)
                .map(Paper.Table.class::cast)
                .findFirst()
                .orElse(null);
    }

    private void takeRoadmap(RoadmapTable table) {
        if (roadmapTables.isEmpty()) {
            for (int i = 0; i < table.heads(); i++) {
                Grid.GridRow row = table.grid().rows().get(i);
                row.filled()
                        .forEach(cell ->
                                cell.lines()
                                        .forEach(line ->
                                                preamble.add(
                                                        new PreambleLine(
                                                                row.place(), line, false))));
            }
            headingOfFirstTable();
        } else {
            headings(table);
        }
        boolean afterOther = !roadmapTables.isEmpty();
        rows.addAll(TableRows.of(table, afterOther, trace));
        roadmapTables.add(table);
    }

    /** A numbered line right above the first table, below the title, is its first section. */
    private void headingOfFirstTable() {
        boolean afterTitle = TitleReader.startOf(preamble) >= 0;
        if (!afterTitle || preamble.isEmpty()) {
            return;
        }
        PreambleLine last = preamble.getLast();
        if (ItemNumber.leading(last.text()) != null && last.text().length() < LONGEST_HEADING) {
            preamble.removeLast();
            rows.add(RawRow.across(last.place(), List.of(Lines.clean(last.text())), false));
        }
    }

    /**
     * Of the lines between two tables, those with a number and the last short one are headings of
     * sections.
     */
    private void headings(RoadmapTable table) {
        for (int i = 0; i < pending.size(); i++) {
            PreambleLine line = pending.get(i);
            String text = Lines.clean(line.text());
            boolean last =
                    i == pending.size() - 1 && !Lines.endsSentence(text) && table.heads() >= 0;
            boolean heading =
                    text.length() < LONGEST_HEADING && (ItemNumber.leading(text) != null || last);
            if (heading
                    && !Lines.lower(text).matches("(продолжение|окончание|таблица|приложение).*")) {
                rows.add(RawRow.across(line.place(), List.of(text), false));
            } else {
                trace.leaveOut(line.place(), text);
            }
        }
        pending.clear();
    }

    /** Above the roadmap, tables only arrange text: each column is read downwards. */
    private void takeAsPreamble(Grid grid) {
        for (int column = 0; column < grid.width(); column++) {
            boolean first = true;
            for (Grid.GridRow row : grid.rows()) {
                for (Grid.GridCell cell : row.cells()) {
                    if (cell.column() == column) {
                        for (String line : cell.lines()) {
                            preamble.add(
                                    new PreambleLine(row.place().column(column + 1), line, first));
                            first = false;
                        }
                    }
                }
            }
        }
    }

    private void leaveOut(Grid grid) {
        trace.find(Finding.Code.TABLE_LEFT_OUT, Place.row(grid.table(), 0));
        for (Grid.GridRow row : grid.rows()) {
            if (!row.filled().isEmpty()) {
                trace.line(row.place(), ReadLine.Meaning.LEFT_OUT, row.text(), "");
            }
        }
    }
}
