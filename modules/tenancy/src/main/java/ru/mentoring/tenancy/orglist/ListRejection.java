package ru.mentoring.tenancy.orglist;

/** Why a file as a whole is not taken; nothing of it is stored. */
public enum ListRejection {
    EMPTY,
    TOO_LARGE,
    /** Not a spreadsheet at all. */
    NOT_A_WORKBOOK,
    /** The format of Excel before 2007. */
    OLD_FORMAT,
    LOCKED,
    DAMAGED,
    /** Macros, objects, links to other files, or XML that is built unsafely. */
    UNSAFE,
    /** Unpacked it would be bigger than any list: an archive bomb. */
    BOMB,
    /** No sheet has columns for code and name. */
    NO_LIST,
    /** Headings without rows. */
    NO_ROWS,
    TOO_MANY_ROWS,
    TOO_SLOW
}
