package ru.mentoring.roadmaps.recognition;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Makes the sample's Word file, looking as a school's official paper does. */
final class SampleRoadmapMaker {

    private static final int[] WIDTHS = {850, 4700, 2150, 2500, 2750, 1900};
    private static final String FONT = "Times New Roman";

    /** After this item the page ends; its last words go on below the repeated heads. */
    private static final String BROKEN = "1.6.";

    private SampleRoadmapMaker() {}

    /**
     * Writes the sample anew: into the path given, or to its place in the project if the build runs
     * in this module.
     */
    public static void main(String[] arguments) throws IOException {
        Path target =
                Path.of(
                        arguments.length > 0
                                ? arguments[0]
                                : "../../docs/samples/dorozhnaya-karta-shkoly.docx");
        Files.createDirectories(target.toAbsolutePath().getParent());
        write(target);
    }

    static void write(Path target) throws IOException {
        try (var document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(target)) {
            page(document);
            endorsements(document);
            paragraph(document.createParagraph(), "", false, ParagraphAlignment.CENTER);
            paragraph(
                    document.createParagraph(),
                    SampleRoadmap.TITLE_1,
                    true,
                    ParagraphAlignment.CENTER);
            paragraph(
                    document.createParagraph(),
                    SampleRoadmap.TITLE_2,
                    true,
                    ParagraphAlignment.CENTER);
            paragraph(document.createParagraph(), "", false, ParagraphAlignment.CENTER);
            roadmap(document);
            document.getProperties().getCoreProperties().setTitle("Дорожная карта школы (образец)");
            document.getProperties().getCoreProperties().setCreator("Образец");
            document.write(out);
        }
    }

    private static void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(16838));
        size.setH(BigInteger.valueOf(11906));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(1134));
        margins.setBottom(BigInteger.valueOf(1134));
        margins.setLeft(BigInteger.valueOf(1134));
        margins.setRight(BigInteger.valueOf(850));
    }

    private static void endorsements(XWPFDocument document) {
        XWPFTable table = document.createTable(1, 2);
        table.removeBorders();
        table.setWidth("100%");
        lines(
                table.getRow(0).getCell(0),
                List.of(
                        "СОГЛАСОВАНО",
                        "Руководитель управления образования администрации Златоцепного муниципального района",
                        "____________ О. И. Дубравина",
                        "«___» ____________ 2026 г."),
                ParagraphAlignment.LEFT);
        lines(
                table.getRow(0).getCell(1),
                List.of(
                        "УТВЕРЖДАЮ",
                        "Директор МБОУ «Ромашковская СОШ № 3»",
                        "____________ В. С. Полянский",
                        "приказ от 31 августа 2026 г. № 114"),
                ParagraphAlignment.RIGHT);
    }

    private static void roadmap(XWPFDocument document) {
        XWPFTable table = table(document);
        for (SampleRoadmap.Row row : SampleRoadmap.rows()) {
            if (row.isSection()) {
                section(table, row.number() + " " + row.activity());
            } else if (row.number().equals(BROKEN)) {
                List<String> rest = broken(table, row);
                XWPFParagraph pageEnd = document.createParagraph();
                pageEnd.setPageBreak(true);
                pageEnd.setSpacingAfter(0);
                table = table(document);
                row(table, rest, false);
            } else {
                row(table, cells(row), false);
            }
        }
        mergeDown(table, "2.1.", "2.2.");
    }

    private static XWPFTable table(XWPFDocument document) {
        XWPFTable table = document.createTable();
        table.removeRow(0);
        table.setTableAlignment(TableRowAlign.CENTER);
        var grid = table.getCTTbl().addNewTblGrid();
        for (int width : WIDTHS) {
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
        }
        row(table, SampleRoadmap.HEADS, true);
        return table;
    }

    private static List<String> cells(SampleRoadmap.Row row) {
        return List.of(
                row.number(),
                row.activity(),
                row.deadline(),
                row.who(),
                row.result(),
                row.measure());
    }

    private static void row(XWPFTable table, List<String> texts, boolean head) {
        XWPFTableRow row = newRow(table);
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = cell(row, WIDTHS[i]);
            lines(
                    cell,
                    List.of(texts.get(i).split("\n", -1)),
                    head ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
            if (head) {
                cell.getParagraphs()
                        .forEach(
                                paragraph -> paragraph.getRuns().forEach(run -> run.setBold(true)));
            }
        }
        row.setCantSplitRow(true);
    }

    /** Writes the part above the page's end and returns the rest of each cell. */
    private static List<String> broken(XWPFTable table, SampleRoadmap.Row row) {
        var above = new ArrayList<String>();
        var below = new ArrayList<String>();
        for (String cell : cells(row)) {
            int cut = cell.length() > 24 ? cell.lastIndexOf(' ', cell.length() - 6) : -1;
            boolean readsOn = cut > 0 && Character.isLowerCase(cell.charAt(cut + 1));
            above.add(readsOn ? cell.substring(0, cut) : cell);
            below.add(readsOn ? cell.substring(cut + 1) : "");
        }
        row(table, above, false);
        return below;
    }

    private static void section(XWPFTable table, String text) {
        XWPFTableRow row = newRow(table);
        XWPFTableCell cell = cell(row, 14850);
        properties(cell).addNewGridSpan().setVal(BigInteger.valueOf(WIDTHS.length));
        paragraph(cell.getParagraphs().getFirst(), text, true, ParagraphAlignment.CENTER);
    }

    /** Makes one deadline of two that stand below each other. */
    private static void mergeDown(XWPFTable table, String first, String second) {
        for (XWPFTableRow row : table.getRows()) {
            String number = row.getCell(0).getText();
            if (number.equals(first)) {
                properties(row.getCell(2)).addNewVMerge().setVal(STMerge.RESTART);
            } else if (number.equals(second)) {
                properties(row.getCell(2)).addNewVMerge();
            }
        }
    }

    private static XWPFTableRow newRow(XWPFTable table) {
        XWPFTableRow row = table.createRow();
        while (!row.getTableCells().isEmpty()) {
            row.removeCell(0);
        }
        return row;
    }

    private static XWPFTableCell cell(XWPFTableRow row, int width) {
        XWPFTableCell cell = row.createCell();
        var size = properties(cell).addNewTcW();
        size.setType(STTblWidth.DXA);
        size.setW(BigInteger.valueOf(width));
        return cell;
    }

    private static CTTcPr properties(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr() : cell.getCTTc().addNewTcPr();
    }

    private static void lines(
            XWPFTableCell cell, List<String> lines, ParagraphAlignment alignment) {
        for (int i = 0; i < lines.size(); i++) {
            XWPFParagraph paragraph =
                    i == 0 ? cell.getParagraphs().getFirst() : cell.addParagraph();
            paragraph(paragraph, lines.get(i), false, alignment);
        }
    }

    private static void paragraph(
            XWPFParagraph paragraph, String text, boolean bold, ParagraphAlignment alignment) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(0);
        var run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(12);
        run.setBold(bold);
        run.setText(text);
    }
}
