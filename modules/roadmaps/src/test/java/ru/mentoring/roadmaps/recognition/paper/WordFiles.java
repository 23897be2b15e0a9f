package ru.mentoring.roadmaps.recognition.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

/**
 * Writes papers as Word files by a library of others, and reads them without a process of their
 * own.
 */
public final class WordFiles {

    private WordFiles() {}

    /** Reads in this process; for tests that read hundreds. */
    public static Paper read(Path file) throws IOException {
        try {
            return WordFile.read(file);
        } catch (XMLStreamException | TooComplex broken) {
            throw new IOException(broken);
        }
    }

    public static void write(Paper paper, Path file) throws IOException {
        try (var document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            for (Paper.Block block : paper.blocks()) {
                switch (block) {
                    case Paper.Paragraph paragraph -> write(paragraph, document.createParagraph());
                    case Paper.Table table -> write(table, document.createTable());
                }
            }
            document.write(out);
        }
    }

    private static void write(Paper.Paragraph paragraph, XWPFParagraph target) {
        String[] lines = paragraph.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var run = target.createRun();
            if (i > 0) {
                run.addBreak();
            }
            String[] pieces = lines[i].split("\t", -1);
            for (int j = 0; j < pieces.length; j++) {
                if (j > 0) {
                    run.addTab();
                }
                // Word cuts text into runs where it likes; so do we, to be sure that nobody minds.
                int half = pieces[j].length() / 2;
                run.setText(pieces[j].substring(0, half), run.getCTR().sizeOfTArray());
                run = target.createRun();
                run.setText(pieces[j].substring(half));
            }
        }
    }

    private static void write(Paper.Table table, XWPFTable target) {
        target.removeRow(0);
        for (int r = 0; r < table.rows().size(); r++) {
            Paper.Row row = table.rows().get(r);
            XWPFTableRow wordRow = target.createRow();
            while (!wordRow.getTableCells().isEmpty()) {
                wordRow.removeCell(0);
            }
            for (int column = 0, c = 0; c < row.cells().size(); c++) {
                Paper.Cell cell = row.cells().get(c);
                write(cell, goesOnBelow(table, r + 1, column), wordRow.createCell());
                column += cell.span();
            }
        }
    }

    private static boolean goesOnBelow(Paper.Table table, int row, int column) {
        if (row >= table.rows().size()) {
            return false;
        }
        int at = 0;
        for (Paper.Cell cell : table.rows().get(row).cells()) {
            if (at == column) {
                return cell.continued();
            }
            at += cell.span();
        }
        return false;
    }

    private static void write(Paper.Cell cell, boolean goesOnBelow, XWPFTableCell target) {
        CTTcPr properties =
                target.getCTTc().isSetTcPr()
                        ? target.getCTTc().getTcPr()
                        : target.getCTTc().addNewTcPr();
        if (cell.span() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.span()));
        }
        if (cell.continued()) {
            properties.addNewVMerge();
        } else if (goesOnBelow) {
            properties.addNewVMerge().setVal(STMerge.RESTART);
        }
        boolean first = true;
        for (Paper.Block block : cell.blocks()) {
            if (block instanceof Paper.Paragraph paragraph) {
                write(paragraph, first ? target.getParagraphs().getFirst() : target.addParagraph());
                first = false;
            }
        }
    }
}
