package ru.mentoring.tenancy;

/** A duty that somebody carries at an organisation. The permission table says what each may do. */
public enum Role {
    CURATOR(OrgKind.SCHOOL),
    DEPUTY(OrgKind.SCHOOL),
    DIRECTOR(OrgKind.SCHOOL),
    PSYCHOLOGIST(OrgKind.SCHOOL),
    /** Specialist of the municipal mentoring centre. */
    DISTRICT_OFFICER(OrgKind.DISTRICT),
    /** Head of the municipal authority of education. */
    DISTRICT_HEAD(OrgKind.DISTRICT),
    REGION_ADMIN(OrgKind.REGION),
    REGION_METHODIST(OrgKind.REGION),
    REGION_ANALYST(OrgKind.REGION);

    private final OrgKind kind;

    Role(OrgKind kind) {
        this.kind = kind;
    }

    /** The kind of organisation at which the role exists. */
    public OrgKind kind() {
        return kind;
    }
}
