package ru.mentoring.tenancy.orglist;

import ru.mentoring.shared.NoSuch;

/** No such list was uploaded by this regional centre. */
public class NoSuchList extends NoSuch {

    NoSuchList(OrgListId list) {
        super("list of organisations", list.value());
    }
}
