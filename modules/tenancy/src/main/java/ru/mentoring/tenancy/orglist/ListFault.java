package ru.mentoring.tenancy.orglist;

/**
 * Why a row cannot be taken over.
 *
 * @param value what stands in the cell, or the number of another row; empty if nothing does
 */
public record ListFault(Reason reason, ListColumn column, String value) {

    /** What is wrong. */
    public enum Reason {
        CODE_MISSING,
        /** Something else than letters, digits and hyphens, or more than twenty of them. */
        CODE_UNREADABLE,
        /** Another row of the same kind has the code. */
        CODE_REPEATED,
        /** An organisation that has ended had the code. */
        CODE_WAS_USED,
        NAME_MISSING,
        TEXT_TOO_LONG,
        KIND_UNKNOWN,
        DISTRICT_UNKNOWN,
        /** Several districts have the name: the code decides. */
        DISTRICT_AMBIGUOUS,
        /** The row of its district has a fault itself. */
        DISTRICT_FAULTY,
        /** The organisation is there under another name. */
        NAMED_DIFFERENTLY,
        /** The organisation is there and stands below another one. */
        PLACED_DIFFERENTLY,
        DATE_UNREADABLE,
        DATE_IN_FUTURE,
        /** What it stands below did not exist on that day yet. */
        BEFORE_PARENT,
        /** On the list of participating schools before it was opened. */
        LISTED_BEFORE_OPENED,
        /** On the list of participating schools without an order that put it there. */
        ORDER_MISSING,
        /** Only schools stand on the list of participating schools and have numbers. */
        FOR_SCHOOLS_ONLY,
        ANSWER_UNREADABLE,
        NUMBER_UNREADABLE,
        AGES_INCOMPLETE,
        STAFF_INCOMPLETE,
        TOO_MANY_YOUNG,
        /** The cell holds a formula: its value cannot be trusted. */
        FORMULA
    }
}
