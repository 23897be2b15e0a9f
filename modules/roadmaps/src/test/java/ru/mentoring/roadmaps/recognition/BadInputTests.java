package ru.mentoring.roadmaps.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mentoring.roadmaps.recognition.Refusal.Reason;

/**
 * Whatever somebody sends, the answer is a reason of its own; nothing is left behind and memory
 * stays flat.
 */
class BadInputTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final byte[] OLE = {
        (byte) 0xD0,
        (byte) 0xCF,
        0x11,
        (byte) 0xE0,
        (byte) 0xA1,
        (byte) 0xB1,
        0x1A,
        (byte) 0xE1,
        0,
        0
    };

    @TempDir private Path folder;
    private Set<String> before;
    private long allocated;

    @BeforeEach
    void lookAround() throws IOException {
        before = leftovers();
        allocated = allocatedBytes();
    }

    @AfterEach
    void seeThatNothingIsLeft() throws IOException {
        assertThat(leftovers()).isEqualTo(before);
        assertThat(
                        ProcessHandle.current()
                                .children()
                                .filter(child ->
                                        child.info().command().orElse("").contains("java")))
                .isEmpty();
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        assertThat(reason("karta.docx", new byte[0])).isEqualTo(Reason.EMPTY_FILE);
        assertThat(reason("karta.txt", new byte[0])).isEqualTo(Reason.EMPTY_FILE);
    }

    @Test
    void refusesTwoHundredMegabytesWithoutReadingThem() throws IOException {
        Path file = folder.resolve("large.docx");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(200L * 1024 * 1024);
        }

        assertThat(reason(file)).isEqualTo(Reason.FILE_TOO_LARGE);
        assertThat(allocatedBytes() - allocated).isLessThan(1024 * 1024);
    }

    @ParameterizedTest
    @CsvSource({
        "karta.exe, WRONG_TYPE",
        "karta.docx.exe, WRONG_TYPE",
        "karta, WRONG_TYPE",
        "karta.docm, MACROS",
        "karta.pdf, PDF",
        "karta.xlsx, SPREADSHEET",
        "karta.odt, OTHER_WRITER",
        "karta.txt, WRONG_TYPE",
    })
    void refusesOtherEndings(String name, Reason reason) throws IOException {
        assertThat(reason(name, Doctored.sample().bytes())).isEqualTo(reason);
    }

    @Test
    void refusesWhatIsNotWordInside() throws IOException {
        assertThat(reason("karta.docx", OLE)).isEqualTo(Reason.OLD_WORD);
        assertThat(reason("karta.doc", OLE)).isEqualTo(Reason.OLD_WORD);
        assertThat(reason("karta.docx", "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.PDF);
        assertThat(reason("karta.docx", "{\\rtf1 x}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.OTHER_WRITER);
        assertThat(reason("karta.docx", "Просто слова".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NOT_WORD_INSIDE);
    }

    @Test
    void refusesALockedDocument() throws IOException {
        var locked = new ByteArrayOutputStream();
        locked.writeBytes(OLE);
        locked.writeBytes(new byte[2_000]);
        locked.writeBytes("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));

        assertThat(reason("karta.docx", locked.toByteArray())).isEqualTo(Reason.LOCKED);
    }

    @Test
    void refusesADamagedDocument() throws IOException {
        byte[] honest = Doctored.sample().bytes();
        String text = Doctored.sample().text("word/document.xml");

        assertThat(reason("karta.docx", Arrays.copyOf(honest, honest.length / 2)))
                .isEqualTo(Reason.DAMAGED);
        assertThat(
                        reason(
                                Doctored.sample()
                                        .with(
                                                "word/document.xml",
                                                text.substring(0, text.length() / 2))))
                .isEqualTo(Reason.DAMAGED);
        assertThat(reason(Doctored.sample().with("word/document.xml", "<html/>")))
                .isEqualTo(Reason.DAMAGED);
        assertThat(reason(Doctored.sample().with("word/document.xml", new byte[] {0, 1, 2})))
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void refusesMacrosAndObjectsAndWhatIsDrawnInFromElsewhere() throws IOException {
        assertThat(reason(Doctored.sample().with("word/vbaProject.bin", OLE)))
                .isEqualTo(Reason.MACROS);
        assertThat(reason(Doctored.sample().with("word/embeddings/oleObject1.bin", OLE)))
                .isEqualTo(Reason.EMBEDDED_OBJECT);
        assertThat(reason(Doctored.sample().withRelation("aFChunk", "chunk.html")))
                .isEqualTo(Reason.FOREIGN_CONTENT);
        assertThat(
                        reason(
                                Doctored.sample()
                                        .withRelation(
                                                "attachedTemplate", "https://evil.example/t.dotm")))
                .isEqualTo(Reason.REMOTE_TEMPLATE);
        assertThat(
                        reason(
                                Doctored.sample()
                                        .withRelation(
                                                "subDocument", "https://evil.example/d.docx")))
                .isEqualTo(Reason.EXTERNAL_LINK);
    }

    @Test
    void refusesBombs() throws IOException {
        Doctored bomb = Doctored.sample().with("word/media/a.bmp", new byte[29 * 1024 * 1024]);

        assertThat(reason(bomb)).isEqualTo(Reason.UNPACKS_SUSPICIOUSLY);
    }

    @Test
    void keepsABombInsideShut() throws IOException {
        byte[] inner = Doctored.sample().with("a", new byte[20 * 1024 * 1024]).bytes();
        Path file =
                Doctored.sample()
                        .with("word/media/inner.zip", inner)
                        .write(folder.resolve("karta.docx"));

        assertThat(new RoadmapRecognition().read(file, "karta.docx", TODAY))
                .isInstanceOf(Outcome.Recognised.class);
    }

    @Test
    void refusesTooMuchText() throws IOException {
        var text = new StringBuilder();
        for (int i = 0; text.length() < 11 * 1024 * 1024; i++) {
            text.append("<w:p><w:r><w:t>")
                    .append(Integer.toHexString(i * 0x9E3779B9).repeat(3))
                    .append("</w:t></w:r></w:p>");
        }

        assertThat(reason(Doctored.sample().withBody(text.toString())))
                .isEqualTo(Reason.PART_TOO_LARGE);
    }

    @Test
    void refusesTooManyParts() throws IOException {
        Doctored many = Doctored.sample();
        for (int i = 0; i < 400; i++) {
            many.with("word/media/" + i, new byte[] {1});
        }

        assertThat(reason(many)).isEqualTo(Reason.TOO_MANY_PARTS);
    }

    @Test
    void refusesNamesThatPointOutside() throws IOException {
        assertThat(reason(Doctored.sample().with("../../evil.xml", "x")))
                .isEqualTo(Reason.UNSAFE_PART_NAME);
        assertThat(reason(Doctored.sample().with("WORD/document.xml", "x")))
                .isEqualTo(Reason.REPEATED_PART);
    }

    @Test
    void refusesEntityAttacks() throws IOException {
        String xxe = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w>&x;</w>";
        String lol =
                "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><w>&b;</w>";

        assertThat(reason(Doctored.sample().with("word/document.xml", xxe)))
                .isEqualTo(Reason.XML_DOCTYPE);
        assertThat(reason(Doctored.sample().with("word/styles.xml", lol)))
                .isEqualTo(Reason.XML_DOCTYPE);
    }

    @Test
    void refusesMoreThanAnyRoadmapHolds() throws IOException {
        String deep = "<w:sdt>".repeat(95) + "</w:sdt>".repeat(95);
        var wide = new StringBuilder("<w:tbl><w:tr>");
        for (int i = 0; i < 45_000; i++) {
            wide.append(cell(Integer.toHexString(i * 0x9E3779B9)));
        }
        wide.append("</w:tr></w:tbl>");

        assertThat(reason(Doctored.sample().withBody(deep))).isEqualTo(Reason.TOO_COMPLEX);
        assertThat(reason(Doctored.sample().withBody(wide.toString())))
                .isEqualTo(Reason.TOO_COMPLEX);
    }

    @Test
    void refusesWordsWithoutARoadmap() throws IOException {
        String letter =
                "<w:p><w:r><w:t>Уважаемые коллеги, просим прислать сведения до 15.10.2026.</w:t></w:r></w:p>";
        String table =
                "<w:tbl><w:tr>%s%s%s</w:tr><w:tr>%s%s%s</w:tr></w:tbl>"
                        .formatted(
                                cell("№"),
                                cell("ФИО"),
                                cell("Должность"),
                                cell("1"),
                                cell("Рыбаков Ф.Т."),
                                cell("Учитель"));

        assertThat(reason(Doctored.sample().withBody(letter))).isEqualTo(Reason.NO_ROADMAP);
        assertThat(reason(Doctored.sample().withBody(table))).isEqualTo(Reason.NO_ROADMAP);
        assertThat(reason(Doctored.sample().withBody("<w:p/>"))).isEqualTo(Reason.NO_TEXT);
    }

    @Test
    void readsTextInEveryEncodingInUseAndRefusesOthers() throws IOException {
        String text =
                "№\tМероприятие\tСрок\tОтветственный\n1\tСобрать анкеты\tоктябрь 2026\tКуратор\n2\tОбучить наставников\tноябрь 2026\tДиректор\n";
        for (Charset charset :
                Set.of(
                        StandardCharsets.UTF_8,
                        Charset.forName("windows-1251"),
                        StandardCharsets.UTF_16)) {
            Path file = Files.write(folder.resolve("karta.txt"), text.getBytes(charset));
            assertThat(new RoadmapRecognition().read(file, "karta.txt", TODAY))
                    .as(charset.name())
                    .isInstanceOfSatisfying(
                            Outcome.Recognised.class,
                            read -> assertThat(read.roadmap().items()).hasSize(2));
        }

        assertThat(reason("karta.txt", text.getBytes(Charset.forName("IBM855"))))
                .isEqualTo(Reason.UNKNOWN_ENCODING);
        assertThat(reason("karta.txt", new byte[] {1, 2, 3, 0, 5}))
                .isEqualTo(Reason.UNKNOWN_ENCODING);
        assertThat(
                        reason(
                                "karta.txt",
                                "x".repeat(3 * 1024 * 1024).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.TEXT_TOO_LONG);
    }

    @Test
    void refusesPastedTextWithoutARoadmap() {
        var recognition = new RoadmapRecognition();

        assertThat(reason(recognition.readText(" \n ", TODAY))).isEqualTo(Reason.NO_TEXT);
        assertThat(reason(recognition.readText("Просто слова", TODAY)))
                .isEqualTo(Reason.NO_ROADMAP);
        assertThat(reason(recognition.readText("1. Раз\n2. Два\n3. Три", TODAY)))
                .isEqualTo(Reason.NO_ROADMAP);
        assertThat(reason(recognition.readText("а ".repeat(300_000), TODAY)))
                .isEqualTo(Reason.TEXT_TOO_LONG);
    }

    private static String cell(String text) {
        return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
    }

    private Reason reason(Doctored doctored) throws IOException {
        return reason(doctored.write(folder.resolve("karta.docx")));
    }

    private Reason reason(String name, byte[] bytes) throws IOException {
        return reason(Files.write(folder.resolve(name), bytes));
    }

    private static Reason reason(Path file) {
        return reason(new RoadmapRecognition().read(file, file.getFileName().toString(), TODAY));
    }

    private static Reason reason(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).refusal().reason();
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    /** Files of ours in the temporary directory, but for the folder of this test. */
    private static Set<String> leftovers() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name ->
                            name.startsWith("gate")
                                    || name.startsWith("mentoring")
                                    || name.startsWith("hs_err"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
