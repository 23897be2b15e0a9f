package ru.mentoring.tenancy.organisations;

import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgId;

/**
 * Why a change of the tree cannot be.
 *
 * @param org the organisation at which it fails, if it is a certain one
 */
public record Objection(Reason reason, @Nullable OrgId org) {

    public enum Reason {
        /** It does not exist on that day, or not in this region. */
        DOES_NOT_EXIST,
        /** Nothing of this kind may stand there. */
        WRONG_PARENT,
        /** Name or code is missing. */
        NAMELESS,
        /** Another organisation of the kind has the code, or had it before it ended. */
        CODE_IS_TAKEN,
        CHANGES_NOTHING,
        /** Something still stands below it. */
        STILL_HAS_PARTS,
        /** The regional centre neither ends nor is split. */
        IS_THE_CENTRE,
        /** At least two are needed. */
        TOO_FEW,
        /** Only schools with schools, or districts with districts. */
        DIFFERENT_KINDS,
        /** They stand below different organisations: say into which of them the others go. */
        DIFFERENT_PARENTS,
        /** It stands in two parts. */
        GOES_TWICE,
        /** It stands in no part, and what it belonged to ends. */
        GOES_NOWHERE,
        /** It was changed again on a later day, or what it is to stand below was. */
        CHANGED_LATER,
        /** It belongs to another district. */
        NOT_YOURS
    }
}
