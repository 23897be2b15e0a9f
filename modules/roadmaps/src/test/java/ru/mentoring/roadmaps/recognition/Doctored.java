package ru.mentoring.roadmaps.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The honest sample with something done to it. */
final class Doctored {

    private static final Path SAMPLE = Path.of("../../docs/samples/dorozhnaya-karta-shkoly.docx");
    private static final String BODY_START =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private static final String BODY_END = "</w:body></w:document>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    static Doctored sample() throws IOException {
        var doctored = new Doctored();
        try (var zip = new ZipFile(SAMPLE.toFile())) {
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                doctored.parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return doctored;
    }

    Doctored with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    Doctored with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Another text, in the markup of a document. */
    Doctored withBody(String markup) {
        return with("word/document.xml", BODY_START + markup + BODY_END);
    }

    Doctored withRelation(String type, String target) {
        return with(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\" Target=\"%s\" TargetMode=\"External\"/></Relationships>"
                        .formatted(type, target));
    }

    String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    byte[] bytes() throws IOException {
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

    Path write(Path file) throws IOException {
        return Files.write(file, bytes());
    }
}
