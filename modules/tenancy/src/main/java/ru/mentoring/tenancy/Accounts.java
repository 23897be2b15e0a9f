package ru.mentoring.tenancy;

import java.util.List;

/** The people who work in the current scope's region. */
public interface Accounts {

    /**
     * Returns the name of a colleague, or an empty text if nobody of the region has this account.
     */
    String displayName(AccountId account);

    /**
     * Returns who carries a role at an organisation of the scope's own line of the tree; nobody for
     * other organisations.
     */
    List<AccountView> withRole(OrgId org, Role role);
}
