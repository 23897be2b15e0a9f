package ru.mentoring.roadmaps.recognition;

/**
 * What became of one line or row of the paper. Every one that is not blank has exactly one of
 * these.
 *
 * @param text what stands there, cells joined by " | "
 * @param number the number of the section or item it became or went into, may be empty
 */
public record ReadLine(Place place, Meaning meaning, String text, String number) {

    /** What it was taken for. */
    public enum Meaning {
        TITLE,
        /** Who approved or agreed the paper. */
        ENDORSEMENT,
        /** Above the table, without a meaning of its own: letterhead, the text of an order. */
        PREAMBLE,
        COLUMN_HEADS,
        SECTION,
        ITEM,
        /** A further piece of the item above it. */
        CONTINUATION,
        /** Not part of the roadmap: notes, signatures, other tables. */
        LEFT_OUT
    }
}
