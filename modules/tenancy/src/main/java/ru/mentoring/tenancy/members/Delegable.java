package ru.mentoring.tenancy.members;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.domain.PermissionTable;

/**
 * What may be handed over to whom: of a head's rights those that the deputies of the kind do not
 * have anyway. The right to delegate stays with its owner.
 */
@Component
public class Delegable {

    private static final Map<Role, Role> DEPUTIES = Map.of(Role.DIRECTOR, Role.DEPUTY);

    private static final Set<String> NEVER = Set.of("member.delegate");

    private final PermissionTable permissions;

    Delegable(PermissionTable permissions) {
        this.permissions = permissions;
    }

    /** The role whose rights the person of the scope may hand over. */
    public Optional<Role> role(Scope scope) {
        return scope.roles().stream().filter(DEPUTIES::containsKey).findFirst();
    }

    /** The role to whose holders they may go. */
    public Role receiver(Role role) {
        return Objects.requireNonNull(DEPUTIES.get(role));
    }

    /** The permissions of a role that may be handed over, by name. */
    public Set<String> of(Role role) {
        var delegable = new TreeSet<>(permissions.of(List.of(role)));
        delegable.removeAll(permissions.of(List.of(receiver(role))));
        delegable.removeAll(NEVER);
        return delegable;
    }
}
