package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.CellSigns.Signs;
import ru.mentoring.roadmaps.recognition.Grid.GridRow;

/** Works out from the cells what columns without a known head are for. */
final class LayoutGuess {

    private final List<Signs> signs;
    private Layout layout;
    private final List<Integer> guessed = new ArrayList<>();

    private LayoutGuess(Layout layout, List<GridRow> rows) {
        this.layout = layout;
        this.signs = CellSigns.of(rows, layout.width());
    }

    /** A completed layout and the positions that were guessed. */
    record Guess(Layout layout, List<Integer> guessed) {}

    /** Gives a purpose to each column that has none and whose cells show one. */
    static Guess complete(Layout known, List<GridRow> rows) {
        var guess = new LayoutGuess(known, rows);
        guess.place(
                Column.NUMBER,
                signs -> signs.number() > 0.7 && signs.length() < 12 ? signs.number() : 0);
        guess.place(Column.DEADLINE, signs -> signs.deadline() > 0.5 ? signs.deadline() : 0);
        guess.place(
                Column.RESPONSIBLE,
                signs -> signs.who() > 0.6 && signs.length() < 120 ? signs.who() : 0);
        if (!guess.layout.has(Column.CONTENT)) {
            guess.place(Column.STAGE, signs -> signs.stage() > 0.6 ? signs.stage() : 0);
        }
        if (!guess.layout.has(Column.INDICATOR)) {
            guess.place(Column.INDICATOR, signs -> signs.figure() > 0.7 ? signs.figure() : 0);
        }
        guess.placeFirst(Column.ACTIVITY);
        guess.placeFirst(Column.RESULT);
        return new Guess(guess.layout.withActivity(), guess.guessed);
    }

    /** A layout for a table without heads, null if its cells do not look like a roadmap. */
    static @Nullable Guess fromCells(int width, List<GridRow> rows) {
        if (rows.size() < 2 || width < 2) {
            return null;
        }
        var nothing = new ArrayList<@Nullable Column>();
        IntStream.range(0, width).forEach(i -> nothing.add(null));
        Guess guess =
                complete(new Layout(nothing, nothing.stream().map(none -> "").toList()), rows);
        boolean tells =
                guess.layout().has(Column.DEADLINE)
                        || (guess.layout().has(Column.NUMBER)
                                && guess.layout().has(Column.RESPONSIBLE));
        return tells && guess.layout().isRoadmap() ? guess : null;
    }

    private void place(Column column, ToDoubleFunction<Signs> score) {
        if (layout.has(column)) {
            return;
        }
        unknown().stream()
                .filter(i -> score.applyAsDouble(signs.get(i)) > 0)
                .max(Comparator.comparingDouble(i -> score.applyAsDouble(signs.get(i))))
                .ifPresent(i -> place(column, i));
    }

    /** Activities stand before their results in every table that has both. */
    private void placeFirst(Column column) {
        if (layout.has(column) || (column == Column.ACTIVITY && layout.has(Column.CONTENT))) {
            return;
        }
        unknown().stream()
                .filter(i -> layout.head(i).isEmpty() || column == Column.ACTIVITY)
                .filter(i -> column == Column.RESULT || signs.get(i).length() > 12)
                .filter(i -> signs.get(i).filled() > 0)
                .findFirst()
                .ifPresent(i -> place(column, i));
    }

    private void place(Column column, int position) {
        layout = layout.with(position, column);
        guessed.add(position);
    }

    private List<Integer> unknown() {
        return IntStream.range(0, layout.width())
                .filter(i -> layout.at(i) == null)
                .boxed()
                .toList();
    }
}
