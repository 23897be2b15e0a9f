package ru.mentoring.agenda.web;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ru.mentoring.tenancy.AccountView;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Role;

/** Who works with the reader in which role; asks once for each role. For one page. */
class Colleagues {

    private final Accounts accounts;
    private final Map<Role, List<AccountView>> found = new EnumMap<>(Role.class);

    Colleagues(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Returns the names of all others who carry one of the roles, by name. */
    List<String> besidesMe(Collection<Role> roles) {
        var scope = CurrentScope.get();
        return roles.stream()
                .flatMap(role ->
                        found
                                .computeIfAbsent(
                                        role, wanted -> accounts.withRole(scope.org(), wanted))
                                .stream())
                .filter(account -> scope.actor().filter(account.id()::equals).isEmpty())
                .map(AccountView::displayName)
                .distinct()
                .sorted()
                .toList();
    }
}
