package ru.mentoring.tenancy;

/** What an organisation is in the tree of the programme. */
public enum OrgKind {
    /** The regional centre, the root of its region's tree. */
    REGION(Level.REGION),
    /** A municipal authority of education with its centre. */
    DISTRICT(Level.DISTRICT),
    /** A school, below a district or directly below the region (BR22). */
    SCHOOL(Level.SCHOOL);

    private final Level level;

    OrgKind(Level level) {
        this.level = level;
    }

    /** The level at which people of such an organisation work. */
    public Level level() {
        return level;
    }
}
