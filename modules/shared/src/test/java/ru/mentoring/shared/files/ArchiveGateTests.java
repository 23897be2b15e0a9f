package ru.mentoring.shared.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveGateTests {

    @TempDir private Path folder;

    @Test
    void letsAnHonestDocumentIn() throws IOException {
        assertThat(examine(HostileArchives.zip(HostileArchives.honestParts())))
                .isInstanceOfSatisfying(
                        ArchiveVerdict.Passed.class,
                        passed -> assertThat(passed.parts()).isEqualTo(2));
    }

    @Test
    void letsASmallPartGrowAsItLikes() throws IOException {
        assertThat(examine(HostileArchives.honestWith("word/empty.xml", " ".repeat(900_000))))
                .isInstanceOf(ArchiveVerdict.Passed.class);
    }

    @Test
    void letsATemplateOnTheAuthorsOwnDiskIn() throws IOException {
        assertThat(
                        examine(
                                HostileArchives.relations(
                                        "attachedTemplate", "file:///C:\\Users\\User\\Normal.dotm",
                                        "attachedTemplate", "D:/Шаблоны/Приказ.dot",
                                        "hyperlink", "https://school.example/mentoring")))
                .isInstanceOf(ArchiveVerdict.Passed.class);
    }

    @Test
    void barsAnEmptyFileAndWhatIsNoArchive() throws IOException {
        assertThat(fault(new byte[0])).isEqualTo(ArchiveFault.EMPTY);
        assertThat(fault(HostileArchives.bytes("Just words")))
                .isEqualTo(ArchiveFault.NOT_AN_ARCHIVE);
        assertThat(fault(new byte[] {'P'})).isEqualTo(ArchiveFault.NOT_AN_ARCHIVE);
    }

    @Test
    void barsWhatIsCutOffAnywhere() throws IOException {
        byte[] honest = HostileArchives.zip(HostileArchives.honestParts());
        for (int length = 4; length < honest.length; length += 3) {
            assertThat(fault(Arrays.copyOf(honest, length)))
                    .as("cut at %d", length)
                    .isEqualTo(ArchiveFault.DAMAGED);
        }
    }

    @Test
    void neverFailsOnADamagedArchive() throws IOException {
        byte[] honest = HostileArchives.zip(HostileArchives.honestParts());
        for (int seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            byte[] damaged = honest.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThat(examine(damaged)).as("seed %d", seed).isNotNull();
        }
    }

    @Test
    void barsWhatLies() throws IOException {
        assertThat(fault(HostileArchives.lyingAboutSize())).isEqualTo(ArchiveFault.DAMAGED);
        assertThat(fault(HostileArchives.promisingMore())).isEqualTo(ArchiveFault.DAMAGED);
    }

    @Test
    void barsBombs() throws IOException {
        assertThat(fault(HostileArchives.bomb(300))).isEqualTo(ArchiveFault.RATIO_TOO_HIGH);
        assertThat(fault(HostileArchives.manyLargeParts())).isEqualTo(ArchiveFault.TOTAL_TOO_LARGE);
        assertThat(fault(HostileArchives.overlapping(150)))
                .isEqualTo(ArchiveFault.OVERLAPPING_PARTS);
    }

    @Test
    void countsAnArchiveInsideAsPlainBytes() throws IOException {
        Map<String, byte[]> parts = HostileArchives.honestParts();
        byte[] bomb = HostileArchives.bomb(300);
        parts.put("word/media/inner.zip", bomb);

        assertThat(examine(HostileArchives.zip(parts)))
                .isInstanceOfSatisfying(
                        ArchiveVerdict.Passed.class,
                        passed ->
                                assertThat(passed.totalBytes()).isLessThan(bomb.length + 10_000L));
    }

    @Test
    void barsPartsThatAreTooLargeOrTooMany() throws IOException {
        byte[] noise = new byte[31 * 1024 * 1024];
        for (int at = 0; at < noise.length; at += 64) {
            Arrays.fill(noise, at, at + 64, (byte) (at * 31 >> 6));
        }
        Map<String, byte[]> large = HostileArchives.honestParts();
        large.put("word/media/image.bmp", noise);
        Map<String, byte[]> longText = HostileArchives.honestParts();
        longText.put("word/document.xml", Arrays.copyOf(noise, 11 * 1024 * 1024));
        Map<String, byte[]> many = HostileArchives.honestParts();
        for (int i = 0; i < 5_000; i++) {
            many.put("word/media/" + i, new byte[] {1});
        }

        assertThat(fault(HostileArchives.zip(large)))
                .isIn(ArchiveFault.PART_TOO_LARGE, ArchiveFault.RATIO_TOO_HIGH);
        assertThat(fault(HostileArchives.zip(longText)))
                .isIn(ArchiveFault.PART_TOO_LARGE, ArchiveFault.RATIO_TOO_HIGH);
        assertThat(fault(HostileArchives.zip(many))).isEqualTo(ArchiveFault.TOO_MANY_PARTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.xml",
                "word/../../evil.xml",
                "/etc/passwd",
                "C:evil.xml",
                "word\\evil.xml",
                "word/\u0007.xml"
            })
    void barsNamesThatPointOutside(String name) throws IOException {
        assertThat(fault(HostileArchives.honestWith(name, "x")))
                .isEqualTo(ArchiveFault.UNSAFE_NAME);
    }

    @Test
    void barsANameThatIsThereTwice() throws IOException {
        assertThat(fault(HostileArchives.repeated())).isEqualTo(ArchiveFault.REPEATED_PART);
        assertThat(fault(HostileArchives.honestWith("WORD/Document.xml", "x")))
                .isEqualTo(ArchiveFault.REPEATED_PART);
    }

    @Test
    void barsLockedParts() throws IOException {
        assertThat(fault(HostileArchives.encrypted())).isEqualTo(ArchiveFault.ENCRYPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "word/vbaProject.bin, MACROS",
        "word/vbaData.xml, MACROS",
        "word/embeddings/oleObject1.bin, EMBEDDED_OBJECT",
        "word/embeddings/Microsoft_Excel_Sheet.xlsx, EMBEDDED_OBJECT",
        "word/activeX/activeX1.xml, EMBEDDED_OBJECT",
    })
    void barsWhatADocumentMustNotHold(String name, ArchiveFault fault) throws IOException {
        assertThat(fault(HostileArchives.honestWith(name, "x"))).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, https://evil.example/t.dotm, REMOTE_TEMPLATE",
        "attachedTemplate, \\\\evil\\share\\t.dotm, REMOTE_TEMPLATE",
        "attachedTemplate, file://evil/share/t.dotm, REMOTE_TEMPLATE",
        "attachedTemplate, file:////evil/share/t.dotm, REMOTE_TEMPLATE",
        "aFChunk, afchunk.mht, FOREIGN_CONTENT",
        "oleObject, https://evil.example/o.bin, EMBEDDED_OBJECT",
        "subDocument, other.docx, EXTERNAL_LINK",
        "frame, https://evil.example/, EXTERNAL_LINK",
    })
    void barsWhatIsDrawnInFromElsewhere(String type, String target, ArchiveFault fault)
            throws IOException {
        assertThat(fault(HostileArchives.relations(type, target))).isEqualTo(fault);
    }

    @Test
    void barsMacrosByTheDeclaredTypeToo() throws IOException {
        assertThat(
                        fault(
                                HostileArchives.honestWith(
                                        "[Content_Types].xml",
                                        HostileArchives.TYPES.replace(
                                                "openxmlformats-officedocument.wordprocessingml.document.main",
                                                "ms-word.document.macroEnabled.main"))))
                .isEqualTo(ArchiveFault.MACROS);
    }

    @Test
    void barsDocumentTypesInEveryEncoding() throws IOException {
        String attack =
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
        for (var encoding :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)) {
            Map<String, byte[]> parts = HostileArchives.honestParts();
            parts.put("word/styles.xml", attack.getBytes(encoding));
            assertThat(fault(HostileArchives.zip(parts)))
                    .as(encoding.name())
                    .isEqualTo(ArchiveFault.XML_DOCTYPE);
        }
        assertThat(fault(HostileArchives.honestWith("_rels/.rels", attack)))
                .isEqualTo(ArchiveFault.XML_DOCTYPE);
    }

    @Test
    void barsADocumentOfAnotherKind() throws IOException {
        byte[] workbook =
                HostileArchives.zip(Map.of("xl/workbook.xml", HostileArchives.bytes("<a/>")));

        assertThat(fault(workbook)).isEqualTo(ArchiveFault.OTHER_KIND);
        assertThat(ArchiveGate.forWorkbook().examine(new ByteArrayInputStream(workbook)))
                .isInstanceOf(ArchiveVerdict.Passed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/vbaProject.bin, MACROS",
        "xl/externalLinks/externalLink1.xml, EXTERNAL_LINK",
        "xl/connections.xml, EXTERNAL_LINK",
        "xl/embeddings/oleObject1.bin, EMBEDDED_OBJECT",
    })
    void barsWhatAWorkbookMustNotHold(String name, ArchiveFault fault) throws IOException {
        byte[] workbook =
                HostileArchives.zip(
                        Map.of(
                                "xl/workbook.xml",
                                HostileArchives.bytes("<a/>"),
                                name,
                                HostileArchives.bytes("x")));

        assertThat(ArchiveGate.forWorkbook().examine(new ByteArrayInputStream(workbook)))
                .isInstanceOfSatisfying(
                        ArchiveVerdict.Barred.class,
                        barred -> assertThat(barred.fault()).isEqualTo(fault));
    }

    @Test
    void takesNoMoreOfAStreamThanItMayAndLeavesNothingBehind() throws IOException {
        long before = temporaryFiles();
        var endless = new Endless();

        assertThat(ArchiveGate.forWord().examine(endless))
                .isInstanceOfSatisfying(
                        ArchiveVerdict.Barred.class,
                        barred ->
                                assertThat(barred.fault()).isEqualTo(ArchiveFault.FILE_TOO_LARGE));
        assertThat(endless.taken).isLessThan(21L * 1024 * 1024);
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void needsNoMoreMemoryForALargeFile() throws IOException {
        Path bomb = folder.resolve("bomb.docx");
        Files.write(bomb, HostileArchives.manyLargeParts());
        ArchiveGate.forWord().examine(bomb);
        long before = allocated();
        ArchiveGate.forWord().examine(bomb);

        // A hundred megabytes are unpacked; what is allocated on the way stays far below.
        assertThat(allocated() - before).isLessThan(4L * 1024 * 1024);
    }

    private static long allocated() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("gate")).count();
        }
    }

    private ArchiveFault fault(byte[] archive) throws IOException {
        return ((ArchiveVerdict.Barred) examine(archive)).fault();
    }

    private ArchiveVerdict examine(byte[] archive) throws IOException {
        Path file = folder.resolve("file.docx");
        Files.write(file, archive);
        return ArchiveGate.forWord().examine(file);
    }

    private static final class Endless extends InputStream {

        private long taken;

        @Override
        public int read() {
            taken++;
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            taken += length;
            return length;
        }
    }
}
