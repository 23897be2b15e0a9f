package ru.mentoring.participants;

/** On which side of a mentorship, and so in which register, a person stands. */
public enum Side {
    MENTEE,
    MENTOR
}
