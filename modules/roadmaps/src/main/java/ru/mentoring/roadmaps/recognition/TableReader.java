package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.Grid.GridCell;
import ru.mentoring.roadmaps.recognition.Grid.GridRow;

/** Finds out whether a table is part of the roadmap and what its columns are for. */
final class TableReader {

    private static final int HEADER_WITHIN = 6;

    private final List<Layout> earlier = new ArrayList<>();

    /**
     * A table that is part of the roadmap.
     *
     * @param heads index of the row of column heads, -1 if it has none
     * @param headRows how many rows the heads take
     */
    record RoadmapTable(Grid grid, Layout layout, List<Integer> guessed, int heads, int headRows) {}

    /**
     * Returns the table's meaning, null if it is not part of the roadmap.
     *
     * @param later the tables after it; without heads, cells of all pages are looked at together
     */
    @Nullable RoadmapTable read(Grid grid, List<Grid> later) {
        RoadmapTable table = readHeaded(grid);
        if (table == null) {
            table = earlier.isEmpty() ? readBare(grid, later) : readContinued(grid);
        }
        if (table != null) {
            earlier.add(table.layout());
        }
        return table;
    }

    private @Nullable RoadmapTable readHeaded(Grid grid) {
        for (int i = 0; i < Math.min(HEADER_WITHIN, grid.rows().size()); i++) {
            Layout header = Layout.ofHeader(grid.rows().get(i), grid.width());
            boolean readsOn =
                    !earlier.isEmpty()
                            && grid.rows().get(i).filled().stream()
                                    .allMatch(cell -> Lines.readsOn(cell.text()));
            if (header == null || readsOn) {
                continue;
            }
            int headRows = headRows(grid, i);
            List<GridRow> data = data(grid, i + headRows);
            LayoutGuess.Guess guess = LayoutGuess.complete(header, data);
            if (guess.layout().isRoadmap()) {
                return new RoadmapTable(grid, guess.layout(), guess.guessed(), i, headRows);
            }
        }
        return null;
    }

    /** Heads may take a second row, under cells that are merged downwards. */
    private static int headRows(Grid grid, int heads) {
        if (heads + 1 >= grid.rows().size()) {
            return 1;
        }
        List<GridCell> below = grid.rows().get(heads + 1).cells();
        long continued = below.stream().filter(GridCell::continued).count();
        boolean numbered = below.stream().anyMatch(cell -> ItemNumber.is(cell.text()));
        return continued > 0 && continued * 2 >= below.size() && !numbered ? 2 : 1;
    }

    private @Nullable RoadmapTable readBare(Grid grid, List<Grid> later) {
        boolean headedBelow = later.stream().anyMatch(other -> readHeaded(other) != null);
        if (headedBelow || grid.dataRows().isEmpty() || hasOtherHeads(grid.dataRows().getFirst())) {
            return null;
        }
        GridRow first = grid.dataRows().getFirst();
        var data = new ArrayList<>(grid.dataRows());
        later.stream()
                .filter(other -> other.width() == grid.width())
                .forEach(other -> data.addAll(other.dataRows()));
        data.removeIf(row -> row.text().equals(first.text()));
        LayoutGuess.Guess below = LayoutGuess.fromCells(grid.width(), data);
        if (below != null && looksLikeHeads(first, below.layout())) {
            return new RoadmapTable(
                    grid,
                    headed(below.layout(), first),
                    below.guessed(),
                    grid.rows().indexOf(first),
                    1);
        }
        data.addFirst(first);
        LayoutGuess.Guess all = LayoutGuess.fromCells(grid.width(), data);
        if (all == null || all.layout().fit(CellSigns.of(grid.dataRows(), grid.width())) <= 0) {
            return null;
        }
        return new RoadmapTable(grid, all.layout(), all.guessed(), -1, 0);
    }

    /** Heads in words nobody knows: short, no number where numbers are, no time where times are. */
    private static boolean looksLikeHeads(GridRow row, Layout layout) {
        return row.cells().stream()
                .allMatch(cell -> {
                    Column column = layout.at(cell.column());
                    boolean data =
                            (column == Column.NUMBER && ItemNumber.is(cell.text()))
                                    || (column == Column.DEADLINE
                                            && CellSigns.isDeadline(cell.text()));
                    return !data && cell.text().matches("\\D{0,60}");
                });
    }

    private static Layout headed(Layout layout, GridRow row) {
        var heads = new ArrayList<>(layout.heads());
        row.cells().stream()
                .filter(cell -> cell.column() < heads.size())
                .forEach(cell -> heads.set(cell.column(), cell.text()));
        return new Layout(layout.columns(), heads);
    }

    /** A table without heads after one with heads is its next page, if its cells fit. */
    private @Nullable RoadmapTable readContinued(Grid grid) {
        List<GridRow> data = grid.dataRows();
        List<GridRow> rows = data.isEmpty() ? grid.rows() : data;
        if (hasOtherHeads(rows.getFirst())) {
            return null;
        }
        List<Layout> candidates = candidates(grid.width());
        if (candidates.isEmpty()) {
            return null;
        }
        List<CellSigns.Signs> cells = CellSigns.of(rows, grid.width());
        Layout best =
                candidates.stream()
                        .max(Comparator.comparingDouble(layout -> layout.fit(cells)))
                        .orElseThrow();
        if (best.fit(cells) <= 0 && rows.size() > 1) {
            return null;
        }
        return new RoadmapTable(grid, best, List.of(), -1, 0);
    }

    /** A column of numbers with a head of its own, under which the rest is not a roadmap's. */
    private static boolean hasOtherHeads(GridRow first) {
        return first.cells().stream()
                .anyMatch(cell -> HeaderWords.column(cell.text()) == Column.NUMBER);
    }

    /**
     * Layouts of the same width first; else the last one with a column less, the last place first.
     */
    private List<Layout> candidates(int width) {
        List<Layout> same =
                earlier.reversed().stream()
                        .filter(layout -> layout.width() == width)
                        .distinct()
                        .toList();
        if (!same.isEmpty()) {
            return same;
        }
        return earlier.reversed().stream()
                .filter(layout -> layout.width() == width + 1)
                .findFirst()
                .map(layout ->
                        IntStream.rangeClosed(1, layout.width())
                                .mapToObj(i -> layout.without(layout.width() - i))
                                .filter(Layout::isRoadmap)
                                .toList())
                .orElse(List.of());
    }

    private static List<GridRow> data(Grid grid, int from) {
        return grid.rows().subList(Math.min(from, grid.rows().size()), grid.rows().size()).stream()
                .filter(row -> row.filled().size() > 1)
                .toList();
    }
}
