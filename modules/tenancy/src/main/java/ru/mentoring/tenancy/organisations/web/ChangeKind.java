package ru.mentoring.tenancy.organisations.web;

import java.util.EnumSet;
import java.util.Set;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgKind;

/** What can be done to an organisation, as a form offers it. */
enum ChangeKind {
    OPENING,
    RENAMING,
    MOVING,
    MERGING,
    SPLITTING,
    CLOSING;

    static ChangeKind of(OrgChange change) {
        return switch (change) {
            case OrgChange.Opening _ -> OPENING;
            case OrgChange.Renaming _ -> RENAMING;
            case OrgChange.Moving _ -> MOVING;
            case OrgChange.Merging _ -> MERGING;
            case OrgChange.Splitting _ -> SPLITTING;
            case OrgChange.Closing _ -> CLOSING;
        };
    }

    /**
     * What makes sense for an organisation.
     *
     * @param own whether it is the district's own, whose existence others decide about
     */
    static Set<ChangeKind> offeredFor(OrgKind kind, boolean own) {
        if (own) {
            return EnumSet.of(OPENING, RENAMING);
        }
        return switch (kind) {
            case REGION -> EnumSet.of(OPENING, RENAMING);
            case DISTRICT -> EnumSet.of(OPENING, RENAMING, MERGING, SPLITTING, CLOSING);
            case SCHOOL -> EnumSet.allOf(ChangeKind.class);
            case METHOD_CENTRE, BRANCH -> EnumSet.of(RENAMING, MOVING, CLOSING);
            case TRAINING_PROVIDER -> EnumSet.of(RENAMING, CLOSING);
        };
    }
}
