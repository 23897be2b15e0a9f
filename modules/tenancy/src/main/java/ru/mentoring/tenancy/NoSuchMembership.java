package ru.mentoring.tenancy;

import ru.mentoring.shared.NoSuch;

/** Nobody has or had such a role, or not where the scope may know of it. */
public class NoSuchMembership extends NoSuch {

    public NoSuchMembership(MembershipId id) {
        super("membership", id.value());
    }
}
