package ru.mentoring.participants.intake;

import ru.mentoring.participants.ImportId;

/** What came of uploading a file. */
public sealed interface Upload {

    /** The file is read; its preview can be looked at. Nothing is in the registers yet. */
    record Read(ImportId file) implements Upload {}

    /** The very same file has been here before: its first result is shown. */
    record Known(ImportId file) implements Upload {}

    /**
     * The file is of no use, and nothing of it is stored.
     *
     * @param detail what the message needs to be exact, such as the name of a sheet; may be empty
     */
    record Rejected(Rejection reason, String detail) implements Upload {}
}
