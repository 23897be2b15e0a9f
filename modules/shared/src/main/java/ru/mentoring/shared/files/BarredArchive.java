package ru.mentoring.shared.files;

/** Carries a fault from where it is seen to the gate. */
final class BarredArchive extends Exception {

    private static final long serialVersionUID = 1L;

    private final ArchiveFault fault;
    private final String part;

    BarredArchive(ArchiveFault fault) {
        this(fault, "");
    }

    BarredArchive(ArchiveFault fault, String part) {
        super(fault + " " + part, null, false, false);
        this.fault = fault;
        this.part = part;
    }

    ArchiveVerdict.Barred verdict() {
        return new ArchiveVerdict.Barred(fault, part);
    }
}
