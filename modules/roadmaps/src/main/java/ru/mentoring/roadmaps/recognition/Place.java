package ru.mentoring.roadmaps.recognition;

/**
 * Where in a paper something stands, counted from one; zero where it does not apply.
 *
 * @param line the paragraph or line of text outside tables
 */
public record Place(int table, int row, int column, int line) implements Comparable<Place> {

    /** The paper as a whole. */
    public static final Place PAPER = new Place(0, 0, 0, 0);

    static Place line(int line) {
        return new Place(0, 0, 0, line);
    }

    static Place row(int table, int row) {
        return new Place(table, row, 0, 0);
    }

    Place column(int column) {
        return new Place(table, row, column, 0);
    }

    /** Returns whether it is in a table. */
    public boolean isInTable() {
        return table > 0;
    }

    @Override
    public int compareTo(Place other) {
        int tables = Integer.compare(table, other.table);
        int rows = Integer.compare(row, other.row);
        int lines = Integer.compare(line, other.line);
        if (tables != 0 || rows != 0) {
            return tables != 0 ? tables : rows;
        }
        return lines != 0 ? lines : Integer.compare(column, other.column);
    }
}
