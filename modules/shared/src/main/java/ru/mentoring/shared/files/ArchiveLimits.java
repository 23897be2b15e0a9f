package ru.mentoring.shared.files;

/**
 * How big an archive from outside may be, in bytes.
 *
 * @param fileBytes the archive itself
 * @param parts number of entries
 * @param partBytes one entry, unpacked
 * @param totalBytes all entries together, unpacked
 * @param ratio how many times an entry may grow when unpacked
 * @param ratioFrom an entry up to this unpacked size may grow as it likes: a small part of an
 *     honest file, such as a sheet of empty rows, packs a thousand times
 */
public record ArchiveLimits(
        long fileBytes, int parts, long partBytes, long totalBytes, int ratio, long ratioFrom) {

    private static final long MB = 1024L * 1024;

    /** What a document or a workbook of the platform's users may need. */
    public static final ArchiveLimits OFFICE =
            new ArchiveLimits(20 * MB, 200, 30 * MB, 100 * MB, 100, MB);

    public ArchiveLimits {
        if (fileBytes <= 0
                || parts <= 0
                || partBytes <= 0
                || totalBytes <= 0
                || ratio <= 0
                || ratioFrom < 0) {
            throw new IllegalArgumentException("A limit must be positive");
        }
    }
}
