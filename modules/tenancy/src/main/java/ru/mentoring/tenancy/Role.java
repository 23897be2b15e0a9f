package ru.mentoring.tenancy;

/**
 * A duty that somebody carries at an organisation. The permission table says what each may do.
 *
 * <p>The order is that in which one of several roles of a person stands for them.
 */
public enum Role {
    CURATOR(OrgKind.SCHOOL),
    DEPUTY(OrgKind.SCHOOL),
    DIRECTOR(OrgKind.SCHOOL),
    PSYCHOLOGIST(OrgKind.SCHOOL),
    CLASS_TEACHER(OrgKind.SCHOOL),
    SOCIAL_WORKER(OrgKind.SCHOOL),
    /** Head of the teachers of one subject. */
    SUBJECT_HEAD(OrgKind.SCHOOL),
    /** Keeps the school's pages on the programme. */
    SITE_EDITOR(OrgKind.SCHOOL),
    SCHOOL_GROUP_MEMBER(OrgKind.SCHOOL),
    /** Answers for the school's contact with the municipal mentoring centre; often the curator. */
    CENTRE_CONTACT(OrgKind.SCHOOL),
    /** Specialist of the municipal mentoring centre. */
    DISTRICT_OFFICER(OrgKind.DISTRICT),
    /** Head of the municipal authority of education. */
    DISTRICT_HEAD(OrgKind.DISTRICT),
    DISTRICT_GROUP_MEMBER(OrgKind.DISTRICT),
    REGION_ADMIN(OrgKind.REGION),
    REGION_METHODIST(OrgKind.REGION),
    REGION_ANALYST(OrgKind.REGION),
    /** Of the regional authority of education, which decided on the programme and controls it. */
    REGION_AUTHORITY(OrgKind.REGION),
    /** Reviews programmes and gives conclusions. */
    REGION_EXPERT(OrgKind.REGION);

    private final OrgKind kind;

    Role(OrgKind kind) {
        this.kind = kind;
    }

    /** The kind of organisation at which the role exists. */
    public OrgKind kind() {
        return kind;
    }
}
