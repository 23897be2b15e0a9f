package ru.mentoring.programs.domain;

/** Where people meet. */
public enum MeetingFormat {
    IN_PERSON,
    ONLINE,
    MIXED
}
