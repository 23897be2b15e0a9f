package ru.mentoring.shared.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks one part after another only to count and to look; keeps one buffer and, of the smallest
 * parts, the text.
 */
final class PartMeter {

    private static final int BUFFER = 16 * 1024;
    private static final int LONGEST_LIST = 1024 * 1024;
    private static final String TYPES = "[Content_Types].xml";

    private final FileChannel file;
    private final ArchiveKind kind;
    private final ArchiveLimits limits;
    private final ByteBuffer packed = ByteBuffer.allocate(BUFFER);
    private final byte[] unpacked = new byte[BUFFER];

    PartMeter(FileChannel file, ArchiveKind kind, ArchiveLimits limits) {
        this.file = file;
        this.kind = kind;
        this.limits = limits;
    }

    /** Returns the part's unpacked size. */
    long measure(ArchiveEntry entry, long contentAt) throws IOException, BarredArchive {
        if (!entry.isStored() && !entry.isDeflated()) {
            throw new BarredArchive(ArchiveFault.DAMAGED, entry.name());
        }
        var seen = new Seen(entry);
        if (entry.isStored()) {
            copy(entry, contentAt, seen);
        } else {
            inflate(entry, contentAt, seen);
        }
        if (seen.count != entry.unpacked() || seen.crc.getValue() != entry.crc()) {
            throw new BarredArchive(ArchiveFault.DAMAGED, entry.name());
        }
        seen.inspect();
        return seen.count;
    }

    private void copy(ArchiveEntry entry, long contentAt, Seen seen)
            throws IOException, BarredArchive {
        long at = contentAt;
        long end = contentAt + entry.packed();
        while (at < end) {
            int n = fill(at, end);
            seen.take(packed.array(), n);
            at += n;
        }
    }

    private void inflate(ArchiveEntry entry, long contentAt, Seen seen)
            throws IOException, BarredArchive {
        var inflater = new Inflater(true);
        try {
            long at = contentAt;
            long end = contentAt + entry.packed();
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (at >= end) {
                        throw new BarredArchive(ArchiveFault.DAMAGED, entry.name());
                    }
                    int n = fill(at, end);
                    inflater.setInput(packed.array(), 0, n);
                    at += n;
                }
                int n = inflater.inflate(unpacked);
                if (n == 0 && inflater.needsDictionary()) {
                    throw new BarredArchive(ArchiveFault.DAMAGED, entry.name());
                }
                seen.take(unpacked, n);
            }
        } catch (DataFormatException broken) {
            throw new BarredArchive(ArchiveFault.DAMAGED, entry.name());
        } finally {
            inflater.end();
        }
    }

    private int fill(long at, long end) throws IOException, BarredArchive {
        packed.clear().limit((int) Math.min(BUFFER, end - at));
        int n = file.read(packed, at);
        if (n <= 0) {
            throw new BarredArchive(ArchiveFault.DAMAGED);
        }
        return n;
    }

    /** What has been seen of one part so far. */
    private final class Seen {

        private final ArchiveEntry entry;
        private final CRC32 crc = new CRC32();
        private final DoctypeWatch doctype = new DoctypeWatch();
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final boolean isList;
        private final long limit;
        private long count;

        Seen(ArchiveEntry entry) {
            this.entry = entry;
            this.isList = entry.name().endsWith(".rels") || entry.name().equals(TYPES);
            this.limit = limit();
        }

        private long limit() {
            if (isList) {
                return LONGEST_LIST;
            }
            return kind.isMainPart(entry.name())
                    ? Math.min(kind.mainPartBytes(), limits.partBytes())
                    : limits.partBytes();
        }

        void take(byte[] bytes, int n) throws BarredArchive {
            count += n;
            if (count > limit) {
                throw new BarredArchive(ArchiveFault.PART_TOO_LARGE, entry.name());
            }
            if (count > limits.ratioFrom() && count / limits.ratio() > entry.packed()) {
                throw new BarredArchive(ArchiveFault.RATIO_TOO_HIGH, entry.name());
            }
            crc.update(bytes, 0, n);
            if (entry.isXml() && doctype.isIn(bytes, n)) {
                throw new BarredArchive(ArchiveFault.XML_DOCTYPE, entry.name());
            }
            if (isList) {
                kept.write(bytes, 0, n);
            }
        }

        void inspect() throws BarredArchive {
            if (!isList) {
                return;
            }
            try {
                XMLStreamReader xml = SafeXml.reader(new ByteArrayInputStream(kept.toByteArray()));
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                        inspect(xml);
                    }
                }
            } catch (SafeXml.ForbiddenDoctype forbidden) {
                throw new BarredArchive(ArchiveFault.XML_DOCTYPE, entry.name());
            } catch (XMLStreamException broken) {
                throw new BarredArchive(ArchiveFault.DAMAGED, entry.name());
            }
        }

        private void inspect(XMLStreamReader xml) throws BarredArchive {
            String contentType = orEmpty(xml.getAttributeValue(null, "ContentType"));
            if (contentType.contains("macroEnabled")) {
                throw new BarredArchive(ArchiveFault.MACROS, entry.name());
            }
            if (xml.getLocalName().equals("Relationship")) {
                String type = orEmpty(xml.getAttributeValue(null, "Type"));
                String target = orEmpty(xml.getAttributeValue(null, "Target"));
                ArchiveFault fault = kind.faultOfRelation(type, target);
                if (fault != null) {
                    throw new BarredArchive(fault, entry.name());
                }
            }
        }

        private static String orEmpty(@Nullable String value) {
            return value == null ? "" : value;
        }
    }
}
