package ru.mentoring.roadmaps.recognition.paper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import ru.mentoring.shared.files.SafeXml;

/** A Word document that has passed the gate, read as a stream from end to end. */
final class WordFile {

    private static final Pattern MAIN = Pattern.compile("(?i)word/document\\d*\\.xml");

    private WordFile() {}

    /** Returns the paper in the file. */
    static Paper read(Path file) throws IOException, XMLStreamException, TooComplex {
        try (var zip = new ZipFile(file.toFile())) {
            var numbering = new WordNumbering();
            var styles = new WordStyles();
            define(zip, "word/numbering.xml", numbering::define);
            define(zip, "word/styles.xml", styles::define);
            Optional<? extends ZipEntry> main =
                    zip.stream()
                            .filter(entry -> MAIN.matcher(entry.getName()).matches())
                            .min(Comparator.comparing(ZipEntry::getName));
            if (main.isEmpty()) {
                throw new IOException("No main part");
            }
            try (InputStream in = zip.getInputStream(main.get())) {
                return new WordBody(SafeXml.reader(in), numbering, styles).read();
            }
        }
    }

    private interface Definition {
        void take(XMLStreamReader xml) throws XMLStreamException;
    }

    private static void define(ZipFile zip, String part, Definition definition)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(part);
        if (entry != null) {
            try (InputStream in = zip.getInputStream(entry)) {
                definition.take(SafeXml.reader(in));
            }
        }
    }
}
