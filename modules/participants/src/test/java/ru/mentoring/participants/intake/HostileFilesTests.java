package ru.mentoring.participants.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.registers.RegisterBook;

/**
 * Files that are not what they should be: each gets an answer of its own, and nothing is stored.
 */
@ModuleTest
class HostileFilesTests {

    @Autowired RegisterImport imports;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;
    @Autowired Clock clock;

    private Regions.Org school;

    @BeforeEach
    void openSchool() {
        school = regions.fresh().district().school();
    }

    private Upload upload(byte[] content) {
        return school.ask(
                Role.CURATOR,
                () -> imports.upload("реестр.xlsx", new ByteArrayInputStream(content)));
    }

    private static byte[] good() {
        return RegisterBook.of(3, 20, 0, LocalDate.of(2026, 11, 2)).bytes();
    }

    private static byte[] with(String part, byte[] content) {
        var parts = parts(good());
        parts.put(part, content);
        return zip(parts);
    }

    private static Map<String, byte[]> parts(byte[] archive) {
        var parts = new LinkedHashMap<String, byte[]>();
        try {
            var file = Files.write(Files.createTempFile("good", ".xlsx"), archive);
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : Collections.list(zip.entries())) {
                    parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] doctype() {
        var parts = parts(good());
        var workbook = new String(parts.get("xl/workbook.xml"), StandardCharsets.UTF_8);
        int at = workbook.indexOf("?>") + 2;
        parts.put(
                "xl/workbook.xml",
                (workbook.substring(0, at)
                                + "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + workbook.substring(at))
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    static Stream<Arguments> files() {
        var ole = new byte[1024];
        System.arraycopy(
                new byte[] {
                    (byte) 0xD0,
                    (byte) 0xCF,
                    0x11,
                    (byte) 0xE0,
                    (byte) 0xA1,
                    (byte) 0xB1,
                    0x1A,
                    (byte) 0xE1
                },
                0,
                ole,
                0,
                8);
        return Stream.of(
                Arguments.of("an empty file", new byte[0], Rejection.EMPTY),
                Arguments.of(
                        "a text",
                        "ФИО;Класс".getBytes(StandardCharsets.UTF_8),
                        Rejection.NOT_A_WORKBOOK),
                Arguments.of(
                        "a picture of a document",
                        "%PDF-1.7".getBytes(StandardCharsets.UTF_8),
                        Rejection.NOT_A_WORKBOOK),
                Arguments.of(
                        "another archive",
                        zip(Map.of("a.txt", new byte[] {1})),
                        Rejection.NOT_A_WORKBOOK),
                Arguments.of("an old XLS", ole, Rejection.OLD_FORMAT),
                Arguments.of(
                        "half a file", Arrays.copyOf(good(), good().length / 2), Rejection.DAMAGED),
                Arguments.of("macros", with("xl/vbaProject.bin", new byte[100]), Rejection.MACROS),
                Arguments.of(
                        "a bomb",
                        with("xl/media/bomb.bin", new byte[40 * 1024 * 1024]),
                        Rejection.BOMB),
                Arguments.of(
                        "an embedded object",
                        with("xl/embeddings/oleObject1.bin", new byte[10]),
                        Rejection.FOREIGN_CONTENT),
                Arguments.of("an entity attack", doctype(), Rejection.UNSAFE_XML));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void answersEachInItsOwnWord(String name, byte[] content, Rejection reason) {
        assertThat(upload(content)).isEqualTo(new Upload.Rejected(reason, ""));
        assertNothingStored();
    }

    @Test
    void keepsNothingOfAFileThatTurnsOutUselessHalfwayThrough() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Наставляемые");
            sheet.value(0, 0, "ФИО наставляемого");
            sheet.value(0, 1, "Дата рождения");
            // More than are put away at once before the row that ends it.
            for (int row = 1; row <= 2_500; row++) {
                sheet.value(row, 0, "Гайкин Матвей");
                sheet.value(row, 1, row);
            }
            for (int column = 0; column <= 200; column++) {
                sheet.value(2_501, column, "x");
            }
        }

        assertThat(upload(out.toByteArray()))
                .isEqualTo(new Upload.Rejected(Rejection.NO_REGISTER, "> 200"));
        assertNothingStored();
    }

    private void assertNothingStored() {
        assertThat(
                        oracle.count(
                                "select count(*) from participants.import_file where org_id = ?",
                                school.id().value()))
                .isZero();
    }
}
