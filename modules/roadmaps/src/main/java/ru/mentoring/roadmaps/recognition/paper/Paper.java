package ru.mentoring.roadmaps.recognition.paper;

import java.util.ArrayList;
import java.util.List;

/** A paper as it lies on the table: its paragraphs and tables from top to bottom. */
public record Paper(List<Block> blocks) {

    public Paper {
        blocks = List.copyOf(blocks);
    }

    /** One thing after another down the page. */
    public sealed interface Block {

        /**
         * Adds all lines of text in reading order; a label made by automatic numbering comes first
         * in its line.
         */
        void collectLines(List<String> lines);
    }

    /**
     * A paragraph.
     *
     * @param text its text; a line break inside is {@code \n}, a tabulator {@code \t}
     * @param label what automatic numbering prints before it ("1.2.", "–"), empty if nothing
     */
    public record Paragraph(String text, String label) implements Block {

        @Override
        public void collectLines(List<String> lines) {
            String whole = label.isEmpty() ? text : label + " " + text;
            for (String line : whole.split("\n", -1)) {
                lines.add(line);
            }
        }
    }

    /** A table. */
    public record Table(List<Row> rows) implements Block {

        public Table {
            rows = List.copyOf(rows);
        }

        @Override
        public void collectLines(List<String> lines) {
            rows.forEach(row -> row.cells().forEach(cell -> lines.addAll(cell.lines())));
        }
    }

    /**
     * A row.
     *
     * @param before columns left out before the first cell
     */
    public record Row(int before, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param span how many columns it covers, at least one
     * @param continued whether it is the lower part of a cell that begins in a row above
     */
    public record Cell(int span, boolean continued, List<Block> blocks) {

        public Cell {
            blocks = List.copyOf(blocks);
        }

        /** Returns all lines of text in the cell, tables inside it flattened. */
        public List<String> lines() {
            var lines = new ArrayList<String>();
            blocks.forEach(block -> block.collectLines(lines));
            return lines;
        }
    }
}
