package ru.mentoring.roadmaps.recognition;

import java.util.List;
import java.util.Locale;

/**
 * Something a person should know about how the paper was read.
 *
 * @param arguments for the message: first, where it is about an item or a section, its number;
 *     further pieces of the paper's text as they stand in it
 */
public record Finding(Severity severity, Code code, Place place, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** Returns the key of the message. */
    public String messageKey() {
        return "roadmaps.recognition.finding."
                + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How much it matters. */
    public enum Severity {
        /** Understood; said for the sake of completeness. */
        NOTE,
        /** Understood, but look at it. */
        WARNING,
        /** Needs an answer. */
        QUESTION
    }

    /** What it is. */
    public enum Code {
        COLUMN_GUESSED(Severity.WARNING),
        COLUMN_KEPT_AS_NOTE(Severity.NOTE),
        COLUMN_MISSING(Severity.WARNING),
        HEADER_REPEATED(Severity.NOTE),
        ROW_JOINED(Severity.NOTE),
        ROW_WITHOUT_NUMBER(Severity.WARNING),
        ROW_NOT_UNDERSTOOD(Severity.QUESTION),
        LINE_LEFT_OUT(Severity.NOTE),
        TABLE_LEFT_OUT(Severity.WARNING),
        READ_FROM_LINES(Severity.WARNING),
        ITEMS_FROM_STAGE(Severity.NOTE),
        CONTENT_LISTED(Severity.NOTE),
        SECTION_EMPTY(Severity.WARNING),
        NUMBER_REPEATED(Severity.WARNING),
        NUMBER_SKIPPED(Severity.WARNING),
        NUMBERS_MISSING(Severity.NOTE),
        DEADLINE_MISSING(Severity.WARNING),
        DEADLINE_SHARED(Severity.NOTE),
        DEADLINE_WITHOUT_BY(Severity.NOTE),
        DEADLINE_OUTSIDE_PERIOD(Severity.WARNING),
        DEADLINE_NOT_UNDERSTOOD(Severity.QUESTION),
        DEADLINE_CROSSES_NEW_YEAR(Severity.QUESTION),
        DEADLINE_ENDS_BEFORE_START(Severity.QUESTION),
        DEADLINE_NO_SUCH_DATE(Severity.QUESTION),
        DEADLINE_SEVERAL(Severity.QUESTION),
        DEADLINE_END_INCLUDED(Severity.QUESTION),
        DEADLINE_IMPRECISE(Severity.QUESTION),
        DEADLINE_HALF_OF_WHICH_YEAR(Severity.QUESTION),
        DEADLINE_NO_END(Severity.QUESTION),
        DEADLINE_WHICH_YEAR(Severity.QUESTION),
        RESPONSIBLE_MISSING(Severity.WARNING),
        RESPONSIBLE_SEVERAL(Severity.NOTE),
        RESULT_MISSING(Severity.NOTE),
        TITLE_MISSING(Severity.WARNING),
        INSTITUTION_MISSING(Severity.WARNING),
        APPROVAL_MISSING(Severity.NOTE),
        PERIOD_GUESSED(Severity.QUESTION),
        KIND_UNKNOWN(Severity.QUESTION);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }

        Finding at(Place place, String... arguments) {
            return new Finding(severity, this, place, List.of(arguments));
        }
    }
}
