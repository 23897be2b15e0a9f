package ru.mentoring.participants.domain;

import ru.mentoring.participants.EntryId;
import ru.mentoring.participants.PersonId;

/** What became of a registrant. */
public record Registered(PersonId person, EntryId entry, Outcome outcome) {

    /** Whether anything was new. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
