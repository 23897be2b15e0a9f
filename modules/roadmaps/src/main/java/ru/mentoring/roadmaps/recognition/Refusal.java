package ru.mentoring.roadmaps.recognition;

import java.util.List;
import java.util.Locale;

/**
 * Why a paper was not read. Its message says what happened, that nothing was stored, and what to
 * do.
 *
 * @param arguments for the message: limits and sizes, never anything from the paper
 */
public record Refusal(Reason reason, List<String> arguments) {

    public Refusal {
        arguments = List.copyOf(arguments);
    }

    Refusal(Reason reason) {
        this(reason, List.of());
    }

    /** Returns the key of the message. */
    public String messageKey() {
        return "roadmaps.recognition.refusal."
                + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public enum Reason {
        EMPTY_FILE,
        FILE_TOO_LARGE,
        /** Neither by name nor by content a file we read. */
        WRONG_TYPE,
        /** The name says Word, the content is something else. */
        NOT_WORD_INSIDE,
        OLD_WORD,
        PDF,
        SPREADSHEET,
        OTHER_WRITER,
        DAMAGED,
        LOCKED,
        MACROS,
        EMBEDDED_OBJECT,
        FOREIGN_CONTENT,
        REMOTE_TEMPLATE,
        EXTERNAL_LINK,
        TOO_MANY_PARTS,
        PART_TOO_LARGE,
        UNPACKS_TOO_LARGE,
        UNPACKS_SUSPICIOUSLY,
        OVERLAPPING_PARTS,
        REPEATED_PART,
        UNSAFE_PART_NAME,
        XML_DOCTYPE,
        TOO_COMPLEX,
        TOOK_TOO_LONG,
        BUSY,
        READER_DIED,
        /**
         * Text in an encoding that is neither UTF-8, UTF-16 nor Windows-1251, or no text at all.
         */
        UNKNOWN_ENCODING,
        TEXT_TOO_LONG,
        /** Words, but no table and no numbered lines of a roadmap. */
        NO_ROADMAP,
        /** A document without a single word. */
        NO_TEXT
    }
}
