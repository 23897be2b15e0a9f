package ru.mentoring.tenancy.members.web;

import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoring.tenancy.members.MemberList.State;

/**
 * What part of the list somebody wants to see.
 *
 * @param q a part of the name
 * @param state those who have access if nothing is said
 * @param at one organisation at or below the own one
 */
record MemberFilter(
        @Nullable String q,
        @Nullable Role role,
        @Nullable State state,
        java.util.@Nullable UUID at) {

    MemberList.Filter wanted() {
        return new MemberList.Filter(
                at == null ? null : new OrgId(at),
                role,
                q == null ? "" : q,
                state == null ? State.CURRENT : state);
    }

    /** Says whether something else is wanted than everybody who has access. */
    public boolean active() {
        return (q != null && !q.isBlank()) || role != null || at != null || state == State.ENDED;
    }
}
