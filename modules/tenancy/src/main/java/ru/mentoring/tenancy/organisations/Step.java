package ru.mentoring.tenancy.organisations;

import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;

/** One thing that happens to the tree when a change is carried out; all of them on the same day. */
public sealed interface Step {

    record Open(OrgId org, OrgKind kind, Naming naming, boolean small, OrgId parent)
            implements Step {}

    record Rename(OrgId org, String name, String fullName) implements Step {}

    /** Comes under another parent, with everything below it. */
    record Move(OrgId org, OrgId parent) implements Step {}

    /** Ends, and its people lose their roles there. */
    record Close(OrgId org) implements Step {}

    /** Is carried on by another organisation. */
    record Succeed(OrgId predecessor, OrgId successor) implements Step {}

    /** Everybody with a role at the one gets the same role at the other. */
    record CopyRoles(OrgId from, OrgId to) implements Step {}
}
