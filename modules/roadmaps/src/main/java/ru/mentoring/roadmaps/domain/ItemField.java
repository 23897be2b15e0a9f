package ru.mentoring.roadmaps.domain;

/** A column of the official form, as far as a remark can be about it. */
public enum ItemField {
    NUMBER,
    TITLE,
    DEADLINE,
    RESPONSIBLE,
    RESULT,
    INDICATOR
}
