package ru.mentoring.shared.files;

/** What the gate says about an archive. */
public sealed interface ArchiveVerdict {

    /** Nothing speaks against opening it. */
    record Passed(int parts, long totalBytes) implements ArchiveVerdict {}

    /**
     * It must not be opened.
     *
     * @param part the entry that decided it, empty if it was the archive as a whole; comes from the
     *     file, so it is never a path and never shown without escaping
     */
    record Barred(ArchiveFault fault, String part) implements ArchiveVerdict {}
}
