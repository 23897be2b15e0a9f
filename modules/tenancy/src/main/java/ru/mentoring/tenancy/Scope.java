package ru.mentoring.tenancy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * For whom work is being done: an organisation with its level, and the person or the system that
 * works there.
 *
 * <p>Bound by {@link CurrentScope}; the database sees exactly what this scope may see, proven by
 * the secret handle of the assignment behind it. The handle never leaves the server.
 */
public final class Scope {

    private final Level level;
    private final RegionId region;
    private final OrgId org;
    private final UUID handle;
    private final @Nullable AccountId actor;
    private final Set<Role> roles;
    private final Set<String> permissions;
    private final Map<String, AccountId> borrowed;

    public Scope(
            Level level,
            RegionId region,
            OrgId org,
            UUID handle,
            @Nullable AccountId actor,
            Set<Role> roles,
            Set<String> permissions) {
        this(level, region, org, handle, actor, roles, permissions, Map.of());
    }

    /**
     * @param borrowed permissions that the person has only for somebody else, by delegation or as a
     *     substitute, with whose they are; they are among the permissions
     */
    public Scope(
            Level level,
            RegionId region,
            OrgId org,
            UUID handle,
            @Nullable AccountId actor,
            Set<Role> roles,
            Set<String> permissions,
            Map<String, AccountId> borrowed) {
        this.level = level;
        this.region = region;
        this.org = org;
        this.handle = handle;
        this.actor = actor;
        this.roles = roles.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(roles));
        this.permissions = Set.copyOf(permissions);
        this.borrowed = Map.copyOf(borrowed);
    }

    public Level level() {
        return level;
    }

    public RegionId region() {
        return region;
    }

    public OrgId org() {
        return org;
    }

    /**
     * The secret by which the database recognises the assignment. Not for logs, events or pages.
     */
    public UUID handle() {
        return handle;
    }

    /** The person who works, or nothing when the system does. */
    public Optional<AccountId> actor() {
        return Optional.ofNullable(actor);
    }

    /** All roles of the person at this organisation; none for the system. */
    public Set<Role> roles() {
        return roles;
    }

    /**
     * Says whether one of the roles has the permission, such as {@code roadmap.submit}. The system
     * may do everything.
     */
    public boolean may(String permission) {
        return actor == null || permissions.contains(permission);
    }

    /** Returns on whose behalf the person acts who uses a permission; nobody if it is their own. */
    public Optional<AccountId> onBehalfOf(String permission) {
        return Optional.ofNullable(borrowed.get(permission));
    }

    /** Those for whom the person does something here, as a deputy or a substitute. */
    public Set<AccountId> standsInFor() {
        return Set.copyOf(borrowed.values());
    }

    /**
     * Insists on a permission.
     *
     * @throws Forbidden if none of the roles has it
     */
    public void demand(String permission) {
        if (!may(permission)) {
            throw new Forbidden(permission);
        }
    }

    /** The beginning of all addresses of this organisation's pages, such as {@code /s/0198…}. */
    public String path() {
        return "/" + level.prefix() + "/" + org.value();
    }

    /**
     * The roles as a stable text for the audit trail: {@code CURATOR+DEPUTY}; {@code PROGRAM} for a
     * connected program, which has rights but no role; {@code SYSTEM} for this one.
     */
    public String rolesText() {
        if (actor == null) {
            return "SYSTEM";
        }
        return roles.isEmpty()
                ? "PROGRAM"
                : List.copyOf(roles).stream()
                        .map(Role::name)
                        .sorted()
                        .collect(Collectors.joining("+"));
    }

    /** Two scopes are the same if they stand on the same assignment. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope scope && handle.equals(scope.handle) && level == scope.level;
    }

    @Override
    public int hashCode() {
        return handle.hashCode();
    }

    @Override
    public String toString() {
        return "%s %s (%s)".formatted(level, org.value(), rolesText());
    }
}
