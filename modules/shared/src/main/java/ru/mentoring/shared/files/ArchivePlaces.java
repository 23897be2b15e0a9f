package ru.mentoring.shared.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks that parts lie one after another as the directory says, and that both say the same of
 * them.
 */
final class ArchivePlaces {

    private static final int HEADER = 0x04034b50;
    private static final int HEADER_LENGTH = 30;

    private final ArchiveDirectory directory;
    private final long directoryAt;

    ArchivePlaces(ArchiveDirectory directory, long directoryAt) {
        this.directory = directory;
        this.directoryAt = directoryAt;
    }

    /** Returns where the content of each part begins; no two parts share a byte. */
    List<Long> contents(List<ArchiveEntry> entries) throws IOException, BarredArchive {
        List<ArchiveEntry> inOrder =
                entries.stream().sorted(Comparator.comparingLong(ArchiveEntry::headerAt)).toList();
        long free = 0;
        for (ArchiveEntry entry : inOrder) {
            if (entry.headerAt() < free) {
                throw new BarredArchive(ArchiveFault.OVERLAPPING_PARTS, entry.name());
            }
            free = entry.headerAt() + HEADER_LENGTH + entry.packed();
        }
        free = 0;
        for (ArchiveEntry entry : inOrder) {
            if (entry.headerAt() < free) {
                throw new BarredArchive(ArchiveFault.OVERLAPPING_PARTS, entry.name());
            }
            free = contentAt(entry) + entry.packed();
            if (free > directoryAt || free < 0) {
                throw new BarredArchive(ArchiveFault.DAMAGED, entry.name());
            }
        }
        var contents = new ArrayList<Long>();
        for (ArchiveEntry entry : entries) {
            contents.add(contentAt(entry));
        }
        return contents;
    }

    private long contentAt(ArchiveEntry entry) throws IOException, BarredArchive {
        ByteBuffer header = directory.bytes(entry.headerAt(), HEADER_LENGTH);
        int nameLength = ArchiveDirectory.unsigned(header.getShort(26));
        int extraLength = ArchiveDirectory.unsigned(header.getShort(28));
        byte[] name = directory.bytes(entry.headerAt() + HEADER_LENGTH, nameLength).array();
        boolean same =
                header.getInt(0) == HEADER
                        && entry.name().equals(new String(name, StandardCharsets.UTF_8))
                        && entry.method() == ArchiveDirectory.unsigned(header.getShort(8));
        if (!same) {
            throw new BarredArchive(ArchiveFault.DAMAGED, entry.name());
        }
        return entry.headerAt() + HEADER_LENGTH + nameLength + extraLength;
    }
}
