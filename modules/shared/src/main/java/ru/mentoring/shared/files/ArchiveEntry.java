package ru.mentoring.shared.files;

/** One part of an archive as its directory describes it. */
record ArchiveEntry(
        String name, int flags, int method, long crc, long packed, long unpacked, long headerAt) {

    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean isStored() {
        return method == 0;
    }

    boolean isDeflated() {
        return method == 8;
    }

    boolean isXml() {
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    }
}
