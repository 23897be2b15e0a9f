package ru.mentoring.tenancy.organisations;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.ReorganisationId;

/**
 * A change of the tree on its way: proposed, confirmed by the regional centre, carried out on its
 * day.
 *
 * @param proposer the district or the regional centre that proposed it
 * @param day from which on the tree is different
 * @param orderNumber number of the paper that decided it, with its date
 * @param remark why it was refused or could not be carried out
 */
public record Reorganisation(
        ReorganisationId id,
        OrgId proposer,
        int version,
        OrgChange change,
        LocalDate day,
        String orderNumber,
        LocalDate orderDate,
        State state,
        @Nullable AccountId proposedBy,
        Instant proposedAt,
        @Nullable AccountId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    public enum State {
        /** Waits for the regional centre. */
        PROPOSED,
        /** Waits for its day. */
        CONFIRMED,
        IN_FORCE,
        REFUSED,
        /** Taken back before its day by whoever proposed or confirmed it. */
        WITHDRAWN,
        /** The tree had changed so that it could not be carried out on its day. */
        FAILED;

        public boolean isOpen() {
            return this == PROPOSED || this == CONFIRMED;
        }
    }
}
