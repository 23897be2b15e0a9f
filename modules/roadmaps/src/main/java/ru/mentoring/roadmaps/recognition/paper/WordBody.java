package ru.mentoring.roadmaps.recognition.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ru.mentoring.roadmaps.recognition.paper.Paper.Block;
import ru.mentoring.roadmaps.recognition.paper.Paper.Cell;
import ru.mentoring.roadmaps.recognition.paper.Paper.Row;
import ru.mentoring.roadmaps.recognition.paper.Paper.Table;

/**
 * Walks through the main part of a Word document. Elements it does not know are walked through as
 * well, so text in content controls, smart tags, links and insertions is found; what Word would not
 * print is skipped.
 */
final class WordBody {

    /**
     * Deleted text, the second copy of a drawing for old programs, and properties of earlier days.
     */
    private static final Set<String> SKIPPED =
            Set.of(
                    "del",
                    "moveFrom",
                    "Fallback",
                    "instrText",
                    "delText",
                    "delInstrText",
                    "pPrChange",
                    "rPrChange",
                    "tcPrChange",
                    "trPrChange",
                    "tblPrChange",
                    "numberingChange",
                    "binData");

    private final XMLStreamReader xml;
    private final WordNumbering numbering;
    private final WordStyles styles;
    private final WordBudget budget = new WordBudget();
    private int depth;
    private int tables;

    WordBody(XMLStreamReader xml, WordNumbering numbering, WordStyles styles) {
        this.xml = xml;
        this.numbering = numbering;
        this.styles = styles;
    }

    Paper read() throws XMLStreamException, TooComplex {
        var blocks = new ArrayList<Block>();
        boolean isDocument = false;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("body")) {
                isDocument = true;
                readBlocks(blocks);
            }
        }
        if (!isDocument) {
            throw new XMLStreamException("No body");
        }
        return new Paper(blocks);
    }

    /** Reads to the end of the current element and collects the blocks in it. */
    void readBlocks(List<Block> blocks) throws XMLStreamException, TooComplex {
        enter();
        while (isInside()) {
            switch (xml.getLocalName()) {
                case "p" -> new WordParagraph(this, xml, budget).read(blocks, numbering, styles);
                case "tbl" -> readTable(blocks);
                default -> readOther(blocks);
            }
        }
        leave();
    }

    private void readOther(List<Block> blocks) throws XMLStreamException, TooComplex {
        if (SKIPPED.contains(xml.getLocalName())) {
            skip();
        } else {
            readBlocks(blocks);
        }
    }

    private void readTable(List<Block> blocks) throws XMLStreamException, TooComplex {
        budget.spendBlock();
        tables++;
        var rows = new ArrayList<Row>();
        readRows(rows);
        tables--;
        blocks.add(new Table(rows));
    }

    private void readRows(List<Row> rows) throws XMLStreamException, TooComplex {
        enter();
        while (isInside()) {
            String name = xml.getLocalName();
            if (name.equals("tr")) {
                var row = new RowInMaking();
                readRow(row);
                if (!row.deleted) {
                    rows.add(new Row(row.before, row.cells));
                }
            } else if (SKIPPED.contains(name) || name.equals("tblPr") || name.equals("tblGrid")) {
                skip();
            } else {
                readRows(rows);
            }
        }
        leave();
    }

    private static final class RowInMaking {
        private final List<Cell> cells = new ArrayList<>();
        private int before;
        private boolean deleted;
    }

    private void readRow(RowInMaking row) throws XMLStreamException, TooComplex {
        enter();
        while (isInside()) {
            switch (xml.getLocalName()) {
                case "tc" -> row.cells.add(readCell());
                case "gridBefore" -> {
                    row.before = Math.clamp(WordXml.number(WordXml.value(xml), 0), 0, 64);
                    skip();
                }
                case "del" -> {
                    row.deleted = true;
                    skip();
                }
                case "tblPrEx", "trPrChange" -> skip();
                default -> readRow(row);
            }
        }
        leave();
    }

    private static final class CellInMaking {
        private final List<Block> blocks = new ArrayList<>();
        private int span = 1;
        private boolean continued;
    }

    private Cell readCell() throws XMLStreamException, TooComplex {
        budget.spendCell();
        var cell = new CellInMaking();
        enter();
        while (isInside()) {
            switch (xml.getLocalName()) {
                case "tcPr" -> readCellProperties(cell);
                case "p" ->
                        new WordParagraph(this, xml, budget).read(cell.blocks, numbering, styles);
                case "tbl" -> readTable(cell.blocks);
                default -> readOther(cell.blocks);
            }
        }
        leave();
        return new Cell(cell.span, cell.continued, cell.blocks);
    }

    private void readCellProperties(CellInMaking cell) throws XMLStreamException {
        while (isInside()) {
            switch (xml.getLocalName()) {
                case "gridSpan" ->
                        cell.span = Math.clamp(WordXml.number(WordXml.value(xml), 1), 1, 64);
                case "vMerge" -> cell.continued = !WordXml.value(xml).equals("restart");
                default -> {}
            }
            skip();
        }
    }

    void enter() throws TooComplex {
        budget.checkDepth(++depth, tables);
    }

    void leave() {
        depth--;
    }

    /** Moves to the next child element; false at the end of the element that was entered. */
    boolean isInside() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
        throw new XMLStreamException("Cut off");
    }

    /** Passes over the current element with all that is in it. */
    void skip() throws XMLStreamException {
        int open = 1;
        while (open > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
    }

    static boolean isSkipped(String name) {
        return SKIPPED.contains(name);
    }
}
