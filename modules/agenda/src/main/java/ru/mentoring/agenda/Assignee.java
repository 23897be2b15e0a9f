package ru.mentoring.agenda;

import java.util.Set;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Role;

/** Whose task it is at its organisation. */
public sealed interface Assignee {

    /** Anybody who carries one of these roles there on the day they look. */
    record Carrying(Set<Role> roles) implements Assignee {

        public Carrying {
            roles = Set.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("A task needs somebody to do it");
            }
        }
    }

    /** One person. */
    record Person(AccountId account) implements Assignee {}

    /** Returns whoever carries one of the roles. */
    static Assignee carrying(Role first, Role... others) {
        var roles = new java.util.HashSet<>(Set.of(others));
        roles.add(first);
        return new Carrying(roles);
    }
}
