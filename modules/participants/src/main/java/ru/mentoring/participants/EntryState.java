package ru.mentoring.participants;

/** How far a person has come in the programme of a season. */
public enum EntryState {
    /** Entered, but the consent to the processing of personal data is still missing. */
    CONSENT_PENDING,
    /** In the register and free for a mentorship. */
    REGISTERED,
    /** Proposed for a mentorship that has not started. */
    MATCHED,
    /** Takes part in a mentorship that has started. */
    IN_PROGRAMME,
    /** Went through a mentorship to its last meeting and is in no other. */
    COMPLETED,
    /** Left the register: the consent was withdrawn. */
    WITHDRAWN
}
