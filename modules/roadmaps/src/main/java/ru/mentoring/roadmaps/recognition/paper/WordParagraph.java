package ru.mentoring.roadmaps.recognition.paper;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ru.mentoring.roadmaps.recognition.paper.Paper.Block;
import ru.mentoring.roadmaps.recognition.paper.Paper.Paragraph;
import ru.mentoring.roadmaps.recognition.paper.WordStyles.ListPlace;

/** Reads one paragraph. Text boxes anchored in it become blocks before it. */
final class WordParagraph {

    private final WordBody body;
    private final XMLStreamReader xml;
    private final WordBudget budget;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> boxes = new ArrayList<>();
    private String style = "";
    private String list = "";
    private int level = -1;

    WordParagraph(WordBody body, XMLStreamReader xml, WordBudget budget) {
        this.body = body;
        this.xml = xml;
        this.budget = budget;
    }

    void read(List<Block> blocks, WordNumbering numbering, WordStyles styles)
            throws XMLStreamException, TooComplex {
        budget.spendBlock();
        readContent();
        ListPlace place = place(styles);
        String label = place.isIn() ? numbering.next(place.number(), place.level()) : "";
        blocks.addAll(boxes);
        blocks.add(new Paragraph(text.toString(), label));
    }

    private ListPlace place(WordStyles styles) {
        ListPlace ofStyle = styles.listOf(style);
        return new ListPlace(
                list.isEmpty() ? ofStyle.number() : list, level < 0 ? ofStyle.level() : level);
    }

    private void readContent() throws XMLStreamException, TooComplex {
        body.enter();
        while (body.isInside()) {
            readPiece();
        }
        body.leave();
    }

    private void readPiece() throws XMLStreamException, TooComplex {
        String name = xml.getLocalName();
        switch (name) {
            case "t" -> append(xml.getElementText());
            case "tab", "ptab" -> appendAndSkip("\t");
            case "br", "cr" -> appendAndSkip("\n");
            case "noBreakHyphen" -> appendAndSkip("-");
            case "pPr" -> readProperties();
            case "r" -> readRun();
            case "txbxContent" -> body.readBlocks(boxes);
            default -> {
                if (WordBody.isSkipped(name)) {
                    body.skip();
                } else {
                    readContent();
                }
            }
        }
    }

    /** A run whose letters are hidden is not printed, so it is not part of the paper. */
    private void readRun() throws XMLStreamException, TooComplex {
        int before = text.length();
        boolean[] hidden = {false};
        body.enter();
        while (body.isInside()) {
            switch (xml.getLocalName()) {
                case "rPr" -> readRunProperties(hidden);
                default -> readPiece();
            }
        }
        body.leave();
        if (hidden[0]) {
            text.setLength(before);
        }
    }

    private void readRunProperties(boolean[] hidden) throws XMLStreamException {
        while (body.isInside()) {
            if (xml.getLocalName().equals("vanish") && WordXml.isOn(xml)) {
                hidden[0] = true;
            }
            body.skip();
        }
    }

    private void readProperties() throws XMLStreamException {
        while (body.isInside()) {
            switch (xml.getLocalName()) {
                case "pStyle" -> {
                    style = WordXml.value(xml);
                    body.skip();
                }
                case "numPr" -> readNumber();
                default -> body.skip();
            }
        }
    }

    private void readNumber() throws XMLStreamException {
        while (body.isInside()) {
            switch (xml.getLocalName()) {
                case "ilvl" -> level = WordXml.number(WordXml.value(xml), 0);
                case "numId" -> list = WordXml.value(xml);
                default -> {}
            }
            body.skip();
        }
    }

    private void appendAndSkip(String sign) throws XMLStreamException, TooComplex {
        append(sign);
        body.skip();
    }

    private void append(String piece) throws TooComplex {
        text.append(piece);
        budget.spendText(piece.length(), text.length());
    }
}
