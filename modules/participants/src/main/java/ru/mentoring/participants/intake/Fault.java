package ru.mentoring.participants.intake;

/**
 * Why a row cannot be taken over.
 *
 * @param value what stands in the cell, or another row's number; empty if nothing does
 */
public record Fault(Reason reason, Column column, String value) {

    /** What is wrong. */
    public enum Reason {
        NAME_MISSING,
        /** Surname or given name is missing. */
        NAME_INCOMPLETE,
        /** The name has digits or other signs that no name has. */
        NAME_UNREADABLE,
        BIRTH_MISSING,
        BIRTH_UNREADABLE,
        BIRTH_IN_FUTURE,
        /** The birth date makes somebody too young or too old for what they are said to be. */
        AGE_IMPOSSIBLE,
        CATEGORY_UNKNOWN,
        CLASS_UNREADABLE,
        CONTACT_UNREADABLE,
        PHONE_UNREADABLE,
        EMAIL_UNREADABLE,
        INN_WRONG,
        /** A taxpayer number without the name of the enterprise. */
        WORKPLACE_MISSING,
        DATE_UNREADABLE,
        AGES_UNREADABLE,
        TEXT_TOO_LONG,
        /** The cell holds a formula: its value cannot be trusted. */
        FORMULA,
        /** The same person stands in an earlier row. */
        REPEATED,
        /** The row was good, but the database refused it. */
        NOT_STORED
    }
}
