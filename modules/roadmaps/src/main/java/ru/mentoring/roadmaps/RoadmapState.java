package ru.mentoring.roadmaps;

/** Where a roadmap stands on its way into force. */
public enum RoadmapState {
    /** The school writes it; nobody outside has a say yet. */
    DRAFT,
    /** The organisation above checks it row by row. */
    ON_AGREEMENT,
    /** It came back with remarks; the school answers and corrects. */
    RETURNED,
    /** Every row is agreed; the school may put it before its director. */
    AGREED,
    /** The director decides. */
    ON_APPROVAL,
    /** Approved by an order. Only a new roadmap can replace it. */
    IN_FORCE;

    /** Says whether the school may change its rows. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }
}
