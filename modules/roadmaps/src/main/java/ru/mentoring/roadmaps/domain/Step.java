package ru.mentoring.roadmaps.domain;

import java.util.List;

/** What came of something somebody wanted to do with a roadmap. */
public sealed interface Step {

    /** It is done. */
    record Done() implements Step {}

    /**
     * A rule speaks against it; nothing has changed.
     *
     * @param items the rows because of which it cannot be done, in their order; may be none
     */
    record Refused(Reason reason, List<ItemId> items) implements Step {

        public Refused {
            items = List.copyOf(items);
        }
    }

    /** Why something cannot be done. */
    enum Reason {
        /** The roadmap is not where this can be done; somebody was faster, perhaps. */
        WRONG_STATE,
        /** There is no row in it. */
        EMPTY,
        /** A row does not say what is to be done. */
        TITLE_MISSING,
        /** A row has nobody who is responsible. */
        RESPONSIBLE_MISSING,
        /** What a deadline means has been asked and not been answered. */
        DEADLINE_UNCLEAR,
        /** Remarks wait for the school's answer. */
        REMARKS_UNANSWERED,
        /** Rows have been neither accepted nor returned. */
        ROWS_UNMARKED,
        /** A roadmap with returned rows cannot be agreed. */
        ROWS_RETURNED,
        /** A roadmap without a remark cannot be returned. */
        NOTHING_TO_RETURN,
        /** A remark or an answer without words. */
        TEXT_MISSING,
        /** A remark or an answer that nobody reads to its end. */
        TEXT_TOO_LONG,
        /** The row is agreed and has not changed since. */
        AGREED_ALREADY,
        /** The order has no number or date, or a date that lies ahead. */
        ORDER_MISSING,
        /** It was sent before; it belongs to the record. */
        NOT_A_FIRST_DRAFT
    }

    /** Returns the answer that it is done. */
    static Step done() {
        return new Done();
    }

    /** Returns a refusal that concerns no single row. */
    static Step refused(Reason reason) {
        return new Refused(reason, List.of());
    }

    /** Returns whether it is done. */
    default boolean isDone() {
        return this instanceof Done;
    }
}
