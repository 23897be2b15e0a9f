package ru.mentoring.shared.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTests {

    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    @TempDir private Path folder;

    @Test
    void tellsFilesByTheirFirstBytes() throws IOException {
        assertThat(of(new byte[0])).isEqualTo(FileContent.EMPTY);
        assertThat(of(new byte[] {'P', 'K', 3, 4, 0})).isEqualTo(FileContent.ZIP);
        assertThat(of(OLE)).isEqualTo(FileContent.OLE);
        assertThat(of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo(FileContent.PDF);
        assertThat(of("{\\rtf1".getBytes(StandardCharsets.US_ASCII))).isEqualTo(FileContent.RTF);
        assertThat(of("План".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileContent.OTHER);
    }

    @Test
    void tellsALockedDocumentFromAnOldOne() throws IOException {
        var locked = new ByteArrayOutputStream();
        locked.writeBytes(OLE);
        locked.writeBytes(new byte[5_000]);
        locked.writeBytes("EEncryptedPackage".getBytes(StandardCharsets.UTF_16LE));

        assertThat(of(locked.toByteArray())).isEqualTo(FileContent.LOCKED_OFFICE);
    }

    private FileContent of(byte[] bytes) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        return FileContent.of(file);
    }
}
