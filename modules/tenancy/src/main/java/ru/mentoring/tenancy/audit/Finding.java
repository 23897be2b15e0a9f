package ru.mentoring.tenancy.audit;

import java.util.UUID;

/**
 * A place at which the trail is not what was once written.
 *
 * @param seq the link of the organisation's chain; 0 where the entry has none
 * @param entry the entry, or nothing but zeroes where none is known
 */
record Finding(Kind kind, UUID region, UUID org, long seq, UUID entry) {

    static final UUID NONE = new UUID(0, 0);

    /** What has been done there. */
    enum Kind {
        /** The entry or its link is not the one that was hashed. */
        CHANGED,
        /** The link is there and its entry is not, or an entry disappeared before it was sealed. */
        DELETED,
        /** An entry nobody's transaction has written. */
        INSERTED,
        /** The link does not follow the one before it. */
        OUT_OF_ORDER,
        /** Numbers are missing before this one. */
        GAP,
        /** The chain once was longer, says a file outside the database. */
        CUT,
        /** The chain had another link at this place, says a file outside the database. */
        REWRITTEN
    }

    @Override
    public String toString() {
        return "%s at link %d of organisation %s, region %s, entry %s"
                .formatted(kind, seq, org, region, entry);
    }
}
