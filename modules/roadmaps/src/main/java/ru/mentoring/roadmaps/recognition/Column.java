package ru.mentoring.roadmaps.recognition;

/** What a column of a roadmap's table is for. */
enum Column {
    NUMBER,
    STAGE,
    /** What a stage is about, beside the column of activities. */
    CONTENT,
    ACTIVITY,
    DEADLINE,
    RESPONSIBLE,
    RESULT,
    INDICATOR,
    /** Anything else; kept as a note. */
    OTHER
}
