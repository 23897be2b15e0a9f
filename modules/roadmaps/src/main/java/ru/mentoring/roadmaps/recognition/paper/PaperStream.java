package ru.mentoring.roadmaps.recognition.paper;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ru.mentoring.roadmaps.recognition.paper.Paper.Block;
import ru.mentoring.roadmaps.recognition.paper.Paper.Cell;
import ru.mentoring.roadmaps.recognition.paper.Paper.Paragraph;
import ru.mentoring.roadmaps.recognition.paper.Paper.Row;
import ru.mentoring.roadmaps.recognition.paper.Paper.Table;

/**
 * Carries a paper from one process to another: numbers and texts in a fixed order, no Java
 * serialisation.
 */
final class PaperStream {

    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final int LONGEST_LIST = 50_000;
    private static final int DEEPEST = 12;

    private PaperStream() {}

    static void write(Paper paper, DataOutputStream out) throws IOException {
        writeBlocks(paper.blocks(), out);
    }

    static Paper read(DataInputStream in) throws IOException {
        return new Paper(readBlocks(in, 0));
    }

    private static void writeBlocks(List<Block> blocks, DataOutputStream out) throws IOException {
        out.writeInt(blocks.size());
        for (Block block : blocks) {
            switch (block) {
                case Paragraph(String text, String label) -> {
                    out.writeByte('P');
                    writeText(text, out);
                    writeText(label, out);
                }
                case Table(List<Row> rows) -> {
                    out.writeByte('T');
                    writeRows(rows, out);
                }
            }
        }
    }

    private static void writeRows(List<Row> rows, DataOutputStream out) throws IOException {
        out.writeInt(rows.size());
        for (Row row : rows) {
            out.writeInt(row.before());
            out.writeInt(row.cells().size());
            for (Cell cell : row.cells()) {
                out.writeInt(cell.span());
                out.writeBoolean(cell.continued());
                writeBlocks(cell.blocks(), out);
            }
        }
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static List<Block> readBlocks(DataInputStream in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("Nested too deeply");
        }
        int size = readSize(in, LONGEST_LIST);
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < size; i++) {
            byte kind = in.readByte();
            switch (kind) {
                case 'P' -> blocks.add(new Paragraph(readText(in), readText(in)));
                case 'T' -> blocks.add(new Table(readRows(in, depth)));
                default -> throw new IOException("Unknown block " + kind);
            }
        }
        return blocks;
    }

    private static List<Row> readRows(DataInputStream in, int depth) throws IOException {
        int size = readSize(in, LONGEST_LIST);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < size; i++) {
            int before = in.readInt();
            int cells = readSize(in, LONGEST_LIST);
            var row = new ArrayList<Cell>();
            for (int j = 0; j < cells; j++) {
                row.add(new Cell(in.readInt(), in.readBoolean(), readBlocks(in, depth + 1)));
            }
            rows.add(new Row(before, row));
        }
        return rows;
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(readSize(in, LONGEST_TEXT)), StandardCharsets.UTF_8);
    }

    private static int readSize(DataInputStream in, int limit) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > limit) {
            throw new IOException("Impossible size " + size);
        }
        return size;
    }
}
