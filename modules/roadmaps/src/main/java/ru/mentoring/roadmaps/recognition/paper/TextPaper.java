package ru.mentoring.roadmaps.recognition.paper;

import java.util.ArrayList;
import java.util.List;
import ru.mentoring.roadmaps.recognition.paper.Paper.Block;
import ru.mentoring.roadmaps.recognition.paper.Paper.Cell;
import ru.mentoring.roadmaps.recognition.paper.Paper.Paragraph;
import ru.mentoring.roadmaps.recognition.paper.Paper.Row;
import ru.mentoring.roadmaps.recognition.paper.Paper.Table;

/**
 * Makes a paper of plain text. A line with tabulators, as Word and Excel copy a table, or with bars
 * is a row; a line without them between two rows is a row in one cell; an empty line between rows
 * is where a page ended.
 */
public final class TextPaper {

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private List<Row> rows = new ArrayList<>();
    private int width = 1;

    private TextPaper() {}

    /** Returns the paper; never fails. */
    public static Paper of(String text) {
        var paper = new TextPaper();
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\f', '\n')
                .lines()
                .forEach(paper::take);
        paper.endTable();
        return new Paper(paper.blocks);
    }

    private void take(String line) {
        List<String> cells = cells(line);
        if (cells.size() > 1) {
            if (!rows.isEmpty()) {
                waiting.forEach(this::takeBetweenRows);
                waiting.clear();
            }
            addRow(cells);
        } else if (rows.isEmpty()) {
            blocks.add(new Paragraph(line.strip(), ""));
        } else {
            waiting.add(line);
        }
    }

    private void takeBetweenRows(String line) {
        if (!line.isBlank()) {
            rows.add(
                    new Row(
                            0,
                            List.of(
                                    new Cell(
                                            width,
                                            false,
                                            List.of(new Paragraph(line.strip(), ""))))));
        } else if (!rows.isEmpty()) {
            blocks.add(new Table(rows));
            rows = new ArrayList<>();
        }
    }

    private void addRow(List<String> cells) {
        width = Math.max(width, cells.size());
        var row = new ArrayList<Cell>();
        cells.forEach(cell -> row.add(new Cell(1, false, List.of(new Paragraph(cell, "")))));
        rows.add(new Row(0, row));
    }

    private void endTable() {
        if (!rows.isEmpty()) {
            blocks.add(new Table(rows));
        }
        waiting.forEach(line -> blocks.add(new Paragraph(line.strip(), "")));
    }

    private static List<String> cells(String line) {
        if (line.contains("\t")) {
            return split(line, "\t");
        }
        String bare = line.strip();
        if (bare.startsWith("|") && bare.endsWith("|") && bare.length() > 2) {
            return bare.matches("[|:\\- ]+")
                    ? List.of("")
                    : split(bare.substring(1, bare.length() - 1), "\\|");
        }
        return List.of(line);
    }

    private static List<String> split(String line, String sign) {
        var cells = new ArrayList<String>();
        for (String cell : line.split(sign, -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
