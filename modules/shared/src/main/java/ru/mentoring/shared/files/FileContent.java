package ru.mentoring.shared.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is by its first bytes, whatever its name says. */
public enum FileContent {
    EMPTY,
    /** A zip archive; DOCX and XLSX are such. */
    ZIP,
    /** The container of the office formats before 2007. */
    OLE,
    /** The same container around an office file that is locked with a password. */
    LOCKED_OFFICE,
    PDF,
    RTF,
    /** Anything else; may be text. */
    OTHER;

    private static final int HEAD = 8;
    private static final byte[] OLE_MAGIC = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] LOCKED_STREAM =
            "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /** Returns what the file holds; reads it as a stream and keeps nothing. */
    public static FileContent of(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] head = in.readNBytes(HEAD);
            if (head.length == 0) {
                return EMPTY;
            }
            if (startsWith(head, OLE_MAGIC)) {
                return holds(in, LOCKED_STREAM) ? LOCKED_OFFICE : OLE;
            }
            if (startsWith(head, new byte[] {'P', 'K', 3, 4})
                    || startsWith(head, new byte[] {'P', 'K', 5, 6})) {
                return ZIP;
            }
            if (startsWith(head, new byte[] {'%', 'P', 'D', 'F'})) {
                return PDF;
            }
            return startsWith(head, new byte[] {'{', '\\', 'r', 't', 'f'}) ? RTF : OTHER;
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (i >= bytes.length || bytes[i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The pattern's first byte occurs in it again only after a zero, so falling back to one match
     * is exact.
     */
    private static boolean holds(InputStream in, byte[] pattern) throws IOException {
        int matched = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == pattern[matched]) {
                matched++;
            } else {
                matched = b == pattern[0] ? 1 : 0;
            }
            if (matched == pattern.length) {
                return true;
            }
        }
        return false;
    }
}
