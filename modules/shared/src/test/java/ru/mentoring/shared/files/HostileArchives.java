package ru.mentoring.shared.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives as attackers do: by hand, byte for byte where a library would refuse. */
final class HostileArchives {

    static final String TYPES =
            "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    static final String DOCUMENT =
            "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p/></w:body></w:document>";

    private HostileArchives() {}

    /** The parts of a small honest document; add to them or replace them. */
    static Map<String, byte[]> honestParts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", bytes(TYPES));
        parts.put("word/document.xml", bytes(DOCUMENT));
        return parts;
    }

    static byte[] honestWith(String name, String text) throws IOException {
        Map<String, byte[]> parts = honestParts();
        parts.put(name, bytes(text));
        return zip(parts);
    }

    static byte[] relations(String... relations) throws IOException {
        var text =
                new StringBuilder(
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < relations.length; i += 2) {
            text.append(
                    "<Relationship Id=\"r%d\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\" TargetMode=\"External\"/>"
                            .formatted(i, relations[i], relations[i + 1]));
        }
        return honestWith(
                "word/_rels/document.xml.rels", text.append("</Relationships>").toString());
    }

    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** One part of many megabytes that packs to a thousandth. */
    static byte[] bomb(int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : honestParts().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry("word/media/image1.bmp"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    /** Many parts, each within its limit and of an honest ratio, together far above the limit. */
    static byte[] manyLargeParts() throws IOException {
        Map<String, byte[]> parts = honestParts();
        var random = new Random(5);
        for (int i = 0; i < 8; i++) {
            byte[] noise = new byte[20 * 1024 * 1024];
            // Runs of 64 equal bytes pack to a fortieth or so.
            for (int at = 0; at < noise.length; at += 64) {
                Arrays.fill(noise, at, at + 64, (byte) random.nextInt());
            }
            parts.put("word/media/image" + i + ".bmp", noise);
        }
        return zip(parts);
    }

    /**
     * All lines of the directory point to one and the same part: quadratic growth without a
     * suspicious ratio.
     */
    static byte[] overlapping(int copies) {
        var body = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        int count = 0;
        for (Map.Entry<String, byte[]> part : honestParts().entrySet()) {
            int at = body.size();
            write(body, directory, part.getKey(), part.getValue(), at, 0);
            count++;
        }
        int kernel = body.size();
        write(body, directory, "word/media/a0.bin", new byte[4096], kernel, 0);
        byte[] line = line("word/media/a0.bin", new byte[4096], kernel, 0);
        for (int i = 1; i < copies; i++) {
            directory.writeBytes(rename(line, i));
        }
        return close(body, directory, count + copies);
    }

    /** A part whose directory line says something else about its size. */
    static byte[] lyingAboutSize() throws IOException {
        byte[] bytes = zip(honestParts());
        int line = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(line + 24, 7);
        return bytes;
    }

    /** Marked as locked with a password, as zip programs do. */
    static byte[] encrypted() throws IOException {
        byte[] bytes = zip(honestParts());
        for (int at = 0; at < bytes.length - 4; at++) {
            if (bytes[at] == 'P'
                    && bytes[at + 1] == 'K'
                    && bytes[at + 2] == 1
                    && bytes[at + 3] == 2) {
                bytes[at + 8] |= 1;
            }
        }
        return bytes;
    }

    /** The same name twice; a library would not write it. */
    static byte[] repeated() {
        var body = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        int count = 0;
        for (int i = 0; i < 2; i++) {
            for (Map.Entry<String, byte[]> part : honestParts().entrySet()) {
                write(body, directory, part.getKey(), part.getValue(), body.size(), 0);
                count++;
            }
        }
        return close(body, directory, count);
    }

    /** An end that promises more lines than there are. */
    static byte[] promisingMore() throws IOException {
        byte[] bytes = zip(honestParts());
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(bytes.length - 12, (short) 9);
        return bytes;
    }

    private static void write(
            ByteArrayOutputStream body,
            ByteArrayOutputStream directory,
            String name,
            byte[] content,
            int at,
            int flags) {
        byte[] packed = deflate(content);
        ByteBuffer header = little(30 + name.length());
        header.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) 8)
                .putInt(0);
        header.putInt((int) crc(content))
                .putInt(packed.length)
                .putInt(content.length)
                .putShort((short) name.length())
                .putShort((short) 0);
        header.put(name.getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(header.array());
        body.writeBytes(packed);
        directory.writeBytes(line(name, content, at, flags));
    }

    private static byte[] line(String name, byte[] content, int at, int flags) {
        byte[] packed = deflate(content);
        ByteBuffer line = little(46 + name.length());
        line.putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) 8)
                .putInt(0);
        line.putInt((int) crc(content))
                .putInt(packed.length)
                .putInt(content.length)
                .putShort((short) name.length());
        line.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(at);
        line.put(name.getBytes(StandardCharsets.US_ASCII));
        return line.array();
    }

    /** Another name of the same length in the directory only. */
    private static byte[] rename(byte[] line, int number) {
        byte[] other = line.clone();
        byte[] name =
                "word/media/%c%d.bin"
                        .formatted('a' + number / 10, number % 10)
                        .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, other, 46, name.length);
        return other;
    }

    private static byte[] close(
            ByteArrayOutputStream body, ByteArrayOutputStream directory, int count) {
        ByteBuffer end = little(22);
        end.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) count)
                .putShort((short) count);
        end.putInt(directory.size()).putInt(body.size()).putShort((short) 0);
        body.writeBytes(directory.toByteArray());
        body.writeBytes(end.array());
        return body.toByteArray();
    }

    private static byte[] deflate(byte[] content) {
        var deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] packed = new byte[content.length + 100];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int lastIndexOf(byte[] bytes, byte[] pattern) {
        for (int at = bytes.length - pattern.length; at >= 0; at--) {
            if (Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("Not there");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
