package ru.mentoring.tenancy;

/** What an organisation is in the tree of the programme. */
public enum OrgKind {
    /** The regional centre, the root of its region's tree. */
    REGION(Level.REGION, true),
    /** A municipal authority of education. */
    DISTRICT(Level.DISTRICT, true),
    /** A school, below a district or directly below the region (BR22). */
    SCHOOL(Level.SCHOOL, true),
    /**
     * A methodical centre of a district. Its specialists work at the desk of their district,
     * whether the centre is an organisation of its own or a part of the authority.
     */
    METHOD_CENTRE(Level.DISTRICT, false),
    /** A part of a school at another address. What happens there belongs to the school. */
    BRANCH(Level.SCHOOL, false),
    /** An institute that trains mentors and curators for the whole region. */
    TRAINING_PROVIDER(Level.REGION, false);

    private final Level level;
    private final boolean workplace;

    OrgKind(Level level, boolean workplace) {
        this.level = level;
        this.workplace = workplace;
    }

    /** The height at which it stands, and at which people of such an organisation work. */
    public Level level() {
        return level;
    }

    /** Whether people are given roles there and data belongs to it. */
    public boolean isWorkplace() {
        return workplace;
    }

    /** Says whether an organisation of this kind may stand directly below one of the other kind. */
    public boolean mayStandBelow(OrgKind parent) {
        return switch (this) {
            case REGION -> false;
            case DISTRICT, TRAINING_PROVIDER -> parent == REGION;
            case SCHOOL, METHOD_CENTRE -> parent == DISTRICT || parent == REGION;
            case BRANCH -> parent == SCHOOL;
        };
    }
}
