package ru.mentoring.shared.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an archive's directory without trusting it. Everything is bounded by the number of parts
 * allowed, so a directory of a million lines costs no more than two hundred.
 */
final class ArchiveDirectory {

    private static final int END = 0x06054b50;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_64 = 0x06064b50;
    private static final int LINE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int LINE_LENGTH = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long SEE_64 = 0xFFFFFFFFL;

    private final SeekableByteChannel file;
    private final ArchiveLimits limits;

    ArchiveDirectory(SeekableByteChannel file, ArchiveLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** Where the directory lies; parts lie before it. */
    record Extent(long at, long length, long parts) {}

    Extent extent() throws IOException, BarredArchive {
        int tailLength = (int) Math.min(file.size(), END_LENGTH + LONGEST_COMMENT);
        long tailAt = file.size() - tailLength;
        ByteBuffer tail = bytes(tailAt, tailLength);
        for (int at = tailLength - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END
                    && at + END_LENGTH + unsigned(tail.getShort(at + 20)) == tailLength) {
                return extent(tail, at, tailAt + at);
            }
        }
        throw new BarredArchive(ArchiveFault.DAMAGED);
    }

    private Extent extent(ByteBuffer tail, int at, long endAt) throws IOException, BarredArchive {
        int parts = unsigned(tail.getShort(at + 10));
        long length = unsigned(tail.getInt(at + 12));
        long begin = unsigned(tail.getInt(at + 16));
        boolean oneDisk = tail.getShort(at + 4) == 0 && tail.getShort(at + 6) == 0;
        if (parts == 0xFFFF || length == SEE_64 || begin == SEE_64) {
            return extent64(endAt);
        }
        if (!oneDisk || begin + length != endAt) {
            throw new BarredArchive(ArchiveFault.DAMAGED);
        }
        return new Extent(begin, length, parts);
    }

    private Extent extent64(long endAt) throws IOException, BarredArchive {
        ByteBuffer locator = bytes(endAt - 20, 20);
        if (locator.getInt(0) != END_64_LOCATOR) {
            throw new BarredArchive(ArchiveFault.DAMAGED);
        }
        long recordAt = locator.getLong(8);
        ByteBuffer end = bytes(recordAt, 56);
        long length = end.getLong(40);
        long begin = end.getLong(48);
        if (end.getInt(0) != END_64 || begin < 0 || length < 0 || begin + length != recordAt) {
            throw new BarredArchive(ArchiveFault.DAMAGED);
        }
        return new Extent(begin, length, end.getLong(32));
    }

    List<ArchiveEntry> entries(Extent extent) throws IOException, BarredArchive {
        if (extent.parts() > limits.parts()) {
            throw new BarredArchive(ArchiveFault.TOO_MANY_PARTS);
        }
        var entries = new ArrayList<ArchiveEntry>();
        long at = extent.at();
        long end = extent.at() + extent.length();
        while (at < end) {
            if (entries.size() == limits.parts()) {
                throw new BarredArchive(ArchiveFault.TOO_MANY_PARTS);
            }
            ByteBuffer line = bytes(at, LINE_LENGTH);
            if (line.getInt(0) != LINE) {
                throw new BarredArchive(ArchiveFault.DAMAGED);
            }
            int nameLength = unsigned(line.getShort(28));
            int extraLength = unsigned(line.getShort(30));
            int commentLength = unsigned(line.getShort(32));
            ByteBuffer rest = bytes(at + LINE_LENGTH, nameLength + extraLength);
            entries.add(entry(line, rest, nameLength));
            at += LINE_LENGTH + nameLength + extraLength + commentLength;
        }
        if (at != end || entries.size() != extent.parts()) {
            throw new BarredArchive(ArchiveFault.DAMAGED);
        }
        return entries;
    }

    private static ArchiveEntry entry(ByteBuffer line, ByteBuffer rest, int nameLength)
            throws BarredArchive {
        byte[] name = new byte[nameLength];
        rest.get(0, name);
        long[] sizes = {
            unsigned(line.getInt(24)), unsigned(line.getInt(20)), unsigned(line.getInt(42)),
        };
        widen(sizes, rest, nameLength);
        return new ArchiveEntry(
                new String(name, StandardCharsets.UTF_8),
                unsigned(line.getShort(8)),
                unsigned(line.getShort(10)),
                unsigned(line.getInt(16)),
                sizes[1],
                sizes[0],
                sizes[2]);
    }

    /**
     * Takes sizes that do not fit into four bytes from the extra field, in the order the format
     * prescribes.
     */
    private static void widen(long[] sizes, ByteBuffer rest, int extraAt) throws BarredArchive {
        for (int at = extraAt; at + 4 <= rest.limit(); ) {
            int id = unsigned(rest.getShort(at));
            int end = at + 4 + unsigned(rest.getShort(at + 2));
            at += 4;
            for (int i = 0; id == 1 && i < sizes.length; i++) {
                if (sizes[i] == SEE_64) {
                    if (at + 8 > Math.min(end, rest.limit())) {
                        throw new BarredArchive(ArchiveFault.DAMAGED);
                    }
                    sizes[i] = rest.getLong(at);
                    at += 8;
                }
            }
            at = end;
        }
        for (long size : sizes) {
            if (size < 0) {
                throw new BarredArchive(ArchiveFault.DAMAGED);
            }
        }
    }

    /** Returns bytes of the file; a place outside it means that the archive lies. */
    ByteBuffer bytes(long at, int length) throws IOException, BarredArchive {
        if (at < 0 || at > file.size() - length) {
            throw new BarredArchive(ArchiveFault.DAMAGED);
        }
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(at);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new BarredArchive(ArchiveFault.DAMAGED);
            }
        }
        return bytes.flip();
    }

    static int unsigned(short value) {
        return Short.toUnsignedInt(value);
    }

    static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }
}
