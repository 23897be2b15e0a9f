package ru.mentoring.programs;

/** Why a mentorship ended. */
public enum EndReason {
    COMPLETED_PLAN,
    MUTUAL_WISH,
    MENTOR_INITIATIVE,
    MENTEE_INITIATIVE,
    PARENT_INITIATIVE,
    CURATOR_INITIATIVE,
    MENTOR_LEFT_ORGANISATION,
    MENTEE_LEFT_SCHOOL,
    INCOMPATIBILITY,
    DISCIPLINARY,
    /** Never chosen by hand: the withdrawal itself ends the mentorship. */
    CONSENT_WITHDRAWN,
    OTHER
}
