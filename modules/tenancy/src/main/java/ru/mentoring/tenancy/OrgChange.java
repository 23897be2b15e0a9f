package ru.mentoring.tenancy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.Founding.Naming;

/**
 * A change of the tree of organisations that takes effect on a day. What was before that day stays
 * as it was.
 */
public sealed interface OrgChange {

    /** A new organisation opens. */
    record Opening(OrgKind kind, OrgId parent, Naming naming, boolean small) implements OrgChange {}

    /** An organisation is called differently from now on; its code stays. */
    record Renaming(OrgId org, String name, String fullName) implements OrgChange {}

    /** An organisation with everything below it comes under another one. */
    record Moving(OrgId org, OrgId parent) implements OrgChange {}

    /** An organisation ends and nobody carries it on. */
    record Closing(OrgId org) implements OrgChange {}

    /**
     * Organisations of one kind become one. Either one of them takes the others in, or all of them
     * end and a new one carries them on. Everything below them comes under the successor.
     *
     * @param orgs those that become one, at least two
     * @param into the one of them that stays, or nothing if a new one is opened
     * @param opened how the new one is called, if one is opened
     * @param staffFollows whether the people of those that end get the same roles at the successor
     */
    record Merging(
            Set<OrgId> orgs, @Nullable OrgId into, @Nullable Naming opened, boolean staffFollows)
            implements OrgChange {

        public Merging {
            orgs = Set.copyOf(orgs);
            if ((into == null) == (opened == null)) {
                throw new IllegalArgumentException(
                        "Either one of the organisations stays or a new one is opened");
            }
        }
    }

    /**
     * One organisation becomes several: it ends and new ones carry it on, or it stays and gives
     * parts away.
     *
     * @param stays whether it goes on beside the new ones; what is in no part stays below it
     */
    record Splitting(OrgId org, boolean stays, List<Part> parts) implements OrgChange {

        public Splitting {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What becomes of a part of an organisation that is split.
     *
     * @param takes organisations directly below the one that is split, which come under the new one
     */
    record Part(Naming naming, Set<OrgId> takes) {

        public Part {
            takes = Set.copyOf(takes);
        }
    }
}
