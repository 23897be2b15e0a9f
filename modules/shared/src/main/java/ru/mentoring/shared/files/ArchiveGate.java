package ru.mentoring.shared.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether an office document from outside may be opened at all.
 *
 * <p>It reads the archive's directory, checks each part's name, place and size, unpacks every part
 * once while only counting, and looks into the few small parts that say what the document draws in
 * from elsewhere. It keeps no more than a few hundred kilobytes whatever the file holds, writes
 * nothing, and stops at the first fault. Archives inside the archive stay closed: they count as
 * plain bytes.
 *
 * <p>A gate has no state and may be used by many threads.
 */
public final class ArchiveGate {

    private final ArchiveKind kind;
    private final ArchiveLimits limits;

    /** A gate for documents of the kind within the limits. */
    public ArchiveGate(ArchiveKind kind, ArchiveLimits limits) {
        this.kind = kind;
        this.limits = limits;
    }

    /** A gate for Word documents with the platform's limits. */
    public static ArchiveGate forWord() {
        return new ArchiveGate(ArchiveKind.WORD, ArchiveLimits.OFFICE);
    }

    /** A gate for workbooks with the platform's limits. */
    public static ArchiveGate forWorkbook() {
        return new ArchiveGate(ArchiveKind.WORKBOOK, ArchiveLimits.OFFICE);
    }

    /**
     * Examines a stream by way of a temporary file, which is gone when this returns; reads no more
     * than is allowed.
     */
    public ArchiveVerdict examine(InputStream stream) throws IOException {
        Path file = Files.createTempFile("gate", null);
        try (var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[8192];
            long taken = 0;
            for (int n = stream.read(buffer);
                    n >= 0 && taken <= limits.fileBytes();
                    n = stream.read(buffer)) {
                out.write(buffer, 0, n);
                taken += n;
            }
            out.close();
            return examine(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Examines a file.
     *
     * @throws IOException only if the disk fails; whatever the file holds leads to a verdict
     */
    public ArchiveVerdict examine(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return examine(channel);
        } catch (BarredArchive barred) {
            return barred.verdict();
        }
    }

    private ArchiveVerdict examine(FileChannel file) throws IOException, BarredArchive {
        if (file.size() == 0) {
            throw new BarredArchive(ArchiveFault.EMPTY);
        }
        if (file.size() > limits.fileBytes()) {
            throw new BarredArchive(ArchiveFault.FILE_TOO_LARGE);
        }
        var directory = new ArchiveDirectory(file, limits);
        if (file.size() < 4 || (directory.bytes(0, 4).getInt() & 0xFFFF) != 0x4B50) {
            throw new BarredArchive(ArchiveFault.NOT_AN_ARCHIVE);
        }
        ArchiveDirectory.Extent extent = directory.extent();
        List<ArchiveEntry> entries = directory.entries(extent);
        checkNames(entries);
        List<Long> contents = new ArchivePlaces(directory, extent.at()).contents(entries);
        long total = 0;
        var meter = new PartMeter(file, kind, limits);
        for (int i = 0; i < entries.size(); i++) {
            total += meter.measure(entries.get(i), contents.get(i));
            if (total > limits.totalBytes()) {
                throw new BarredArchive(ArchiveFault.TOTAL_TOO_LARGE, entries.get(i).name());
            }
        }
        return new ArchiveVerdict.Passed(entries.size(), total);
    }

    private void checkNames(List<ArchiveEntry> entries) throws BarredArchive {
        var names = new HashSet<String>();
        for (ArchiveEntry entry : entries) {
            if (entry.isEncrypted()) {
                throw new BarredArchive(ArchiveFault.ENCRYPTED, entry.name());
            }
            if (isUnsafe(entry.name())) {
                throw new BarredArchive(ArchiveFault.UNSAFE_NAME, entry.name());
            }
            if (!names.add(entry.name().toLowerCase(Locale.ROOT))) {
                throw new BarredArchive(ArchiveFault.REPEATED_PART, entry.name());
            }
            ArchiveFault fault = kind.faultOfPart(entry.name());
            if (fault != null) {
                throw new BarredArchive(fault, entry.name());
            }
        }
        if (names.stream().noneMatch(kind::isMainPart)) {
            throw new BarredArchive(ArchiveFault.OTHER_KIND);
        }
    }

    private static boolean isUnsafe(String name) {
        return name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(Character::isISOControl)
                || List.of(name.split("/", -1)).contains("..");
    }
}
