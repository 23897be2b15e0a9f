package ru.mentoring.tenancy;

import ru.mentoring.shared.NoSuch;

/** There is no such change of the tree, or the scope may not know of it. */
public class NoSuchReorganisation extends NoSuch {

    public NoSuchReorganisation(ReorganisationId id) {
        super("reorganisation", id.value());
    }
}
