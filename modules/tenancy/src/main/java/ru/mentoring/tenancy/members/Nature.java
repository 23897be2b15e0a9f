package ru.mentoring.tenancy.members;

/** In what way somebody has a role. */
public enum Nature {
    OWN,
    /** A part of somebody else's rights, for a term. */
    DELEGATED,
    /** The duties of somebody who is away, for a term. */
    SUBSTITUTE
}
