package ru.mentoring.tenancy.profile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgId;

/**
 * One statement of what a school is in a school year.
 *
 * @param version grows with each change of the statement
 * @param startYear calendar year in which the school year begins
 * @param remark why it was returned
 */
public record Profile(
        UUID id,
        OrgId school,
        int version,
        int startYear,
        State state,
        SchoolFacts facts,
        Instant proposedAt,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    /** How far it has come. */
    public enum State {
        /** Stated by the district; the centre has not looked yet. */
        PROPOSED,
        /** The centre wants something changed. */
        RETURNED,
        /** Holds for the year. */
        CONFIRMED,
        /** Held until something else was confirmed. */
        REPLACED
    }

    /** Says whether it waits for the district or the centre. */
    public boolean open() {
        return state == State.PROPOSED || state == State.RETURNED;
    }
}
