package ru.mentoring.roadmaps.recognition;

import java.util.List;
import java.util.stream.IntStream;
import ru.mentoring.roadmaps.recognition.Grid.GridRow;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineReader;

/** Tells from a column's cells what it may be for. */
final class CellSigns {

    private static final int LONGEST_DEADLINE = 120;

    private CellSigns() {}

    /** The share of filled cells, from 0 to 1, that fit each purpose, and how long they are. */
    record Signs(
            int filled,
            double number,
            double deadline,
            double who,
            double length,
            double stage,
            double figure) {}

    /** Returns the signs of each column. */
    static List<Signs> of(List<GridRow> rows, int width) {
        return IntStream.range(0, width).mapToObj(column -> of(column, rows)).toList();
    }

    private static Signs of(int column, List<GridRow> rows) {
        List<String> texts =
                rows.stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell ->
                                cell.column() == column && cell.span() == 1 && !cell.isBlank())
                        .map(Grid.GridCell::text)
                        .toList();
        if (texts.isEmpty()) {
            return new Signs(0, 0, 0, 0, 0, 0, 0);
        }
        double size = texts.size();
        return new Signs(
                texts.size(),
                texts.stream().filter(ItemNumber::is).count() / size,
                texts.stream().filter(CellSigns::isDeadline).count() / size,
                texts.stream().filter(Roles::isWho).count() / size,
                texts.stream().mapToInt(String::length).average().orElse(0),
                texts.stream().filter(CellSigns::namesStage).count() / size,
                texts.stream().filter(CellSigns::isFigure).count() / size);
    }

    /**
     * Returns whether the text names a time and no more. A question about it counts: somebody meant
     * a time.
     */
    static boolean isDeadline(String text) {
        if (text.length() > LONGEST_DEADLINE
                || text.matches("\\d{1,3}\\.?|\\d{1,2}\\.\\d{1,2}\\.?")) {
            return false;
        }
        return !(DeadlineReader.read(text)
                        instanceof Deadline.Unclear(Deadline.Question question, _)
                && question == Deadline.Question.NOT_UNDERSTOOD);
    }

    /**
     * Returns whether the text says how much: a number with a sign of percent, or a short one with
     * a number.
     */
    private static boolean isFigure(String text) {
        boolean figure = text.contains("%") || (text.length() < 40 && text.matches("(?s).*\\d.*"));
        return figure && !isDeadline(text);
    }

    private static boolean namesStage(String text) {
        ItemNumber.Numbered numbered = ItemNumber.leading(text);
        return ItemNumber.isStage(text)
                || (numbered != null && ItemNumber.isStage(numbered.number()));
    }
}
