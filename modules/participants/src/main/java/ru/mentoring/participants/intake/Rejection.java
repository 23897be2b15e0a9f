package ru.mentoring.participants.intake;

/** Why a file as a whole is not taken; nothing of it is stored. */
public enum Rejection {
    EMPTY,
    TOO_LARGE,
    /** Not a spreadsheet at all. */
    NOT_A_WORKBOOK,
    /** The format of Excel before 2007. */
    OLD_FORMAT,
    LOCKED,
    DAMAGED,
    MACROS,
    /** Unpacked it would be bigger than any register: an archive bomb. */
    BOMB,
    /** It draws in other files, objects or computers. */
    FOREIGN_CONTENT,
    /** A document type or entities in its XML. */
    UNSAFE_XML,
    /** No sheet has the headings of a register. */
    NO_REGISTER,
    /** There is a list of people, but it does not say whether of mentees or of mentors. */
    SIDE_UNKNOWN,
    /** The register has no column for the birth date. */
    NO_BIRTH_COLUMN,
    /** Headings without people. */
    NO_ROWS,
    TOO_MANY_ROWS,
    TOO_SLOW,
    /** Two files are being read just now. */
    BUSY
}
