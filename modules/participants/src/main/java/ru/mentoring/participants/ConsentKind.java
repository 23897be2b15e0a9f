package ru.mentoring.participants;

/**
 * The seven kinds of consent. Each is a paper of its own: none may be given inside another text or
 * together with another kind.
 */
public enum ConsentKind {
    /** Processing of personal data for the programme; needed for an entry in a register (BR2). */
    CN1,
    /** Participation of a minor, given by the representative; needed for a mentorship (BR4). */
    CN2,
    /** Dissemination: publication of name, photo, case or review (BR11). */
    CN3,
    /** Psychological and pedagogical diagnostics. */
    CN4,
    /** Transfer to named third parties, above all to the district and the region. */
    CN5,
    /** Special categories of personal data. */
    CN6,
    /** A teacher's written consent to be a mentor; needed between teachers (BR10). */
    CN7
}
