package ru.mentoring.tenancy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;

/**
 * Where somebody who has signed in may work.
 *
 * <p>Asked anew for each request: a role taken away does not outlive the request in which it was
 * used.
 */
@Component
public class Assignments {

    /** A working place: an organisation with all the person's roles there. */
    public record Place(
            OrgId org,
            String orgName,
            String regionName,
            Level level,
            Set<Role> roles,
            String displayName,
            Scope scope) {

        public boolean is(Level wantedLevel, OrgId wantedOrg) {
            return level == wantedLevel && org.equals(wantedOrg);
        }

        /**
         * The role that stands for the person at this place: the first in the order of {@link
         * Role}.
         */
        public Role role() {
            return roles.stream().sorted().findFirst().orElseThrow();
        }
    }

    private record Row(
            UUID accountId,
            String displayName,
            UUID handle,
            UUID regionId,
            UUID orgId,
            String level,
            String role,
            String orgName,
            String regionName,
            @Nullable UUID onBehalfOf,
            @Nullable Set<String> permissions) {

        boolean own() {
            return onBehalfOf == null;
        }
    }

    private final JdbcClient jdbc;
    private final PermissionTable permissions;

    Assignments(JdbcClient jdbc, PermissionTable permissions) {
        this.jdbc = jdbc;
        this.permissions = permissions;
    }

    /** Returns all places where the person works, the highest level first, then by name. */
    public List<Place> of(String issuer, String subject) {
        var rows =
                jdbc.sql(
                                """
                                select account_id, display_name, handle, region_id, org_id, level, role, org_name, region_name,
                                    on_behalf_of, permissions
                                from sec.assignments_of(?, ?)\
                                """)
                        .params(issuer, subject)
                        .query(Assignments::row)
                        .list();
        return rows.stream()
                .collect(Collectors.groupingBy(Row::orgId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::place)
                .sorted(Comparator.comparing(Place::level).reversed().thenComparing(Place::orgName))
                .toList();
    }

    /** Returns the person's place at an organisation, if there is one at that level. */
    public Optional<Place> at(String issuer, String subject, Level level, OrgId org) {
        return of(issuer, subject).stream().filter(place -> place.is(level, org)).findFirst();
    }

    private Place place(List<Row> rows) {
        var first = rows.getFirst();
        var level = Level.valueOf(first.level().toUpperCase(Locale.ROOT));
        var roles = rows.stream().map(row -> Role.valueOf(row.role())).collect(Collectors.toSet());
        var org = new OrgId(first.orgId());
        var held = new HashSet<String>();
        rows.stream().filter(Row::own).forEach(row -> held.addAll(granted(row)));
        var borrowed = new HashMap<String, AccountId>();
        for (var row : rows) {
            if (row.onBehalfOf() != null) {
                var owner = new AccountId(row.onBehalfOf());
                granted(row).stream()
                        .filter(permission -> !held.contains(permission))
                        .forEach(permission -> borrowed.putIfAbsent(permission, owner));
            }
        }
        held.addAll(borrowed.keySet());
        var scope =
                new Scope(
                        level,
                        new RegionId(first.regionId()),
                        org,
                        first.handle(),
                        new AccountId(first.accountId()),
                        roles,
                        held,
                        borrowed);
        return new Place(
                org, first.orgName(), first.regionName(), level, roles, first.displayName(), scope);
    }

    /** What a row gives: everything of its role, or of that what was delegated. */
    private Set<String> granted(Row row) {
        var all = new HashSet<>(permissions.of(List.of(Role.valueOf(row.role()))));
        if (row.permissions() != null) {
            all.retainAll(row.permissions());
        }
        return all;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var delegated = row.getArray("permissions");
        return new Row(
                row.getObject("account_id", UUID.class),
                row.getString("display_name"),
                row.getObject("handle", UUID.class),
                row.getObject("region_id", UUID.class),
                row.getObject("org_id", UUID.class),
                row.getString("level"),
                row.getString("role"),
                row.getString("org_name"),
                row.getString("region_name"),
                row.getObject("on_behalf_of", UUID.class),
                delegated == null ? null : Set.of((String[]) delegated.getArray()));
    }
}
