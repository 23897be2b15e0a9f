package ru.mentoring.participants.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a sheet as it was read: its number and its cells, counted from the first column. */
record Grid(int line, List<Value> cells) {

    /**
     * What stands in a cell.
     *
     * @param text as a person reads it, trimmed
     * @param date the day, if the cell is formatted as one
     * @param number the number, if it is one
     */
    record Value(
            String text, java.time.@Nullable LocalDate date, @Nullable Double number, Kind kind) {

        static final Value NOTHING = new Value("", null, null, Kind.PLAIN);

        static Value text(String text) {
            return new Value(text.strip(), null, null, Kind.PLAIN);
        }

        boolean empty() {
            return text.isEmpty() && kind == Kind.PLAIN;
        }
    }

    /** Whether the cell holds a value or something that has to be computed. */
    enum Kind {
        PLAIN,
        FORMULA,
        ERROR
    }

    Value at(int column) {
        return column < cells.size() ? cells.get(column) : Value.NOTHING;
    }

    boolean empty() {
        return cells.stream().allMatch(Value::empty);
    }

    /**
     * Says whether this is the line of column numbers that official forms print under the heads.
     */
    boolean countsColumns() {
        int expected = 0;
        int seen = 0;
        for (var cell : cells) {
            expected++;
            if (cell.empty()) {
                continue;
            }
            if (!cell.text().equals(String.valueOf(expected))) {
                return false;
            }
            seen++;
        }
        return seen > 2;
    }
}
