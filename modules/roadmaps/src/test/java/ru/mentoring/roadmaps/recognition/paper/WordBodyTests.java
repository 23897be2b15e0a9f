package ru.mentoring.roadmaps.recognition.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Word prints is read, what it does not print is not. */
class WordBodyTests {

    private static final String NAMESPACE =
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @TempDir private Path folder;

    @Test
    void readsTextWhereverItHides() throws IOException {
        assertThat(
                        lines(
                                "<w:p><w:r><w:t>про</w:t></w:r><w:r><w:t xml:space=\"preserve\">стой </w:t></w:r><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink></w:p>"
                                        + "<w:sdt><w:sdtContent><w:p><w:r><w:t>поле</w:t></w:r></w:p></w:sdtContent></w:sdt>"
                                        + "<w:p><w:ins><w:r><w:t>вставка</w:t></w:r></w:ins></w:p>"
                                        + "<w:p><w:smartTag><w:r><w:t>тег</w:t></w:r></w:smartTag></w:p>"
                                        + "<w:p><w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t><w:noBreakHyphen/><w:t>г</w:t></w:r></w:p>"))
                .containsExactly("простой ссылка", "поле", "вставка", "тег", "а\tб", "в-г");
    }

    @Test
    void leavesOutWhatIsNotPrinted() throws IOException {
        assertThat(
                        lines(
                                "<w:p><w:del><w:r><w:delText>удалено</w:delText></w:r></w:del><w:r><w:t>есть</w:t></w:r></w:p>"
                                        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>скрыто</w:t></w:r><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>видно</w:t></w:r></w:p>"
                                        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>строки нет</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"))
                .containsExactly("есть", "видно");
    }

    @Test
    void putsTextBoxesBeforeTheirParagraphOnce() throws IOException {
        assertThat(
                        lines(
                                "<w:p><w:r><mc:AlternateContent xmlns:mc=\"urn:mc\"><mc:Choice><w:txbxContent><w:p><w:r><w:t>УТВЕРЖДАЮ</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
                                        + "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>УТВЕРЖДАЮ</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>План</w:t></w:r></w:p>"))
                .containsExactly("УТВЕРЖДАЮ", "План");
    }

    @Test
    void readsMergedCells() throws IOException {
        Paper paper =
                read(
                        "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t>один</w:t></w:r></w:p></w:tc></w:tr>"
                                + "<w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
                        Map.of());

        var table = (Paper.Table) paper.blocks().getFirst();
        assertThat(table.rows().get(0).before()).isEqualTo(1);
        assertThat(table.rows().get(0).cells().getFirst().span()).isEqualTo(2);
        assertThat(table.rows().get(0).cells().getFirst().continued()).isFalse();
        assertThat(table.rows().get(1).cells().get(1).continued()).isTrue();
    }

    @Test
    void countsAutomaticNumbers() throws IOException {
        String numbering =
                "<w:numbering xmlns:w=\"%s\"><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%%1.%%2.\"/></w:lvl><w:lvl w:ilvl=\"2\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"o\"/></w:lvl></w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>"
                        .formatted(NAMESPACE);
        String styles =
                "<w:styles xmlns:w=\"%s\"><w:style w:styleId=\"a\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>"
                        .formatted(NAMESPACE);
        Paper paper =
                read(
                        numbered(0, "Раздел")
                                + numbered(1, "Первое")
                                + numbered(1, "Второе")
                                + numbered(0, "Ещё")
                                + "<w:p><w:pPr><w:pStyle w:val=\"b\"/></w:pPr><w:r><w:t>По стилю</w:t></w:r></w:p>"
                                + numbered(2, "Точка"),
                        Map.of("word/numbering.xml", numbering, "word/styles.xml", styles));

        assertThat(linesOf(paper))
                .containsExactly(
                        "1. Раздел",
                        "1.1. Первое",
                        "1.2. Второе",
                        "2. Ещё",
                        "2.1. По стилю",
                        "– Точка");
    }

    @Test
    void readsTheStrictEditionOfTheFormat() throws IOException {
        Path file = folder.resolve("strict.docx");
        write(
                file,
                "<d:document xmlns:d=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><d:body><d:p><d:r><d:t>строго</d:t></d:r></d:p></d:body></d:document>",
                Map.of());

        assertThat(linesOf(WordFiles.read(file))).containsExactly("строго");
    }

    private static String numbered(int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
                .formatted(level, text);
    }

    private List<String> lines(String body) throws IOException {
        return linesOf(read(body, Map.of()));
    }

    private static List<String> linesOf(Paper paper) {
        var lines = new ArrayList<String>();
        paper.blocks().forEach(block -> block.collectLines(lines));
        return lines;
    }

    private Paper read(String body, Map<String, String> others) throws IOException {
        Path file = folder.resolve("paper.docx");
        write(
                file,
                "<w:document xmlns:w=\"%s\"><w:body>%s</w:body></w:document>"
                        .formatted(NAMESPACE, body),
                others);
        return WordFiles.read(file);
    }

    private static void write(Path file, String document, Map<String, String> others)
            throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            var parts = new TreeMap<>(others);
            parts.put("word/document.xml", document);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }
}
