package ru.mentoring.tenancy;

/** Whom a season of the programme serves; each track has its own season (BR1). */
public enum Track {
    LEARNERS,
    TEACHERS
}
