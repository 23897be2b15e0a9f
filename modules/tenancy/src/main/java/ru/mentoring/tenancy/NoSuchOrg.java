package ru.mentoring.tenancy;

import ru.mentoring.shared.NoSuch;

/** There is no such organisation, or the scope may not know of it. */
public class NoSuchOrg extends NoSuch {

    public NoSuchOrg(OrgId org) {
        super("organisation", org.value());
    }
}
