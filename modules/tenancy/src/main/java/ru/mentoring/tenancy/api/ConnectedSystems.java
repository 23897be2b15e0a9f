package ru.mentoring.tenancy.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.shared.NoSuch;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Scope;

/** The programs that are connected with organisations of a region. */
@Component
class ConnectedSystems {

    private static final String MANAGE = "system.manage";

    private static final Set<String> READING = Set.of("organisation.view", "member.view");
    private static final Set<String> WRITING =
            Set.of("organisation.view", "member.view", "member.manage");

    /** What has become of a connection that was to be made. */
    enum Connecting {
        CONNECTED,
        /** A program of this name is connected, perhaps in another region. */
        CONNECTED_ALREADY
    }

    /** A program that calls, with the scope in which it works. */
    record Caller(UUID system, Scope scope) {}

    /** There is no such program in the region. */
    static final class NoSuchSystem extends NoSuch {

        private static final long serialVersionUID = 1;

        NoSuchSystem(UUID id) {
            super("system " + id);
        }
    }

    private record Row(
            UUID id,
            UUID accountId,
            UUID handle,
            UUID regionId,
            UUID orgId,
            String level,
            boolean mayWrite,
            java.sql.@org.jspecify.annotations.Nullable Date lastCalledOn) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ConnectedSystems(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns all connections of the region, those that hold first. */
    @Transactional(readOnly = true)
    List<ConnectedSystem> all() {
        CurrentScope.get().demand(MANAGE);
        return jdbc.sql(
                        """
                        select id, client_id, name, org_name, may_write, connected_by_name, connected_at, last_called_on,
                            disconnected_at
                        from sec.connected_systems()\
                        """)
                .query(ConnectedSystems::system)
                .list();
    }

    /**
     * Connects a program with an organisation: it may call from now on, for that organisation and
     * those below it.
     *
     * @param issuer the realm at which it signs in
     * @throws NoSuchOrg if the organisation lies elsewhere or has ended
     */
    @Transactional
    Connecting connect(String issuer, String clientId, String name, OrgId org, boolean mayWrite) {
        CurrentScope.get().demand(MANAGE);
        var id = Ids.next();
        var verdict =
                jdbc.sql("select sec.connect_system(?, ?, ?, ?, ?, ?, ?)")
                        .params(id, Ids.next(), issuer, clientId, name, org.value(), mayWrite)
                        .query(String.class)
                        .single();
        if (verdict.equals("NO_SUCH_ORG")) {
            throw new NoSuchOrg(org);
        }
        var connecting = Connecting.valueOf(verdict);
        if (connecting == Connecting.CONNECTED) {
            audit.record("system.connected", "system", id);
        }
        return connecting;
    }

    /**
     * Ends a connection; a call that is running sees nothing from its next statement on.
     *
     * @return whether it held until now
     * @throws NoSuchSystem if it is none of the region's
     */
    @Transactional
    boolean disconnect(UUID id) {
        CurrentScope.get().demand(MANAGE);
        var verdict =
                jdbc.sql("select sec.disconnect_system(?)").param(id).query(String.class).single();
        return switch (verdict) {
            case "DISCONNECTED" -> {
                audit.record("system.disconnected", "system", id);
                yield true;
            }
            case "OVER_ALREADY" -> false;
            default -> throw new NoSuchSystem(id);
        };
    }

    /**
     * Returns who calls, asked anew for each call; nobody if the program is not connected. Notes
     * the day.
     */
    Optional<Caller> calling(String issuer, String clientId) {
        var row =
                jdbc.sql(
                                """
                                select id, account_id, handle, region_id, org_id, level, may_write, last_called_on
                                from sec.system_of(?, ?)\
                                """)
                        .params(issuer, clientId)
                        .query(Row.class)
                        .optional();
        row.ifPresent(this::note);
        return row.map(ConnectedSystems::caller);
    }

    private void note(Row row) {
        var today = LocalDate.now(clock);
        if (row.lastCalledOn() == null || !row.lastCalledOn().toLocalDate().equals(today)) {
            jdbc.sql("select sec.system_called(?, cast(? as date))")
                    .params(row.id(), today)
                    .query((result, number) -> Boolean.TRUE)
                    .single();
        }
    }

    private static Caller caller(Row row) {
        return new Caller(
                row.id(),
                new Scope(
                        Level.valueOf(row.level().toUpperCase(Locale.ROOT)),
                        new RegionId(row.regionId()),
                        new OrgId(row.orgId()),
                        row.handle(),
                        new AccountId(row.accountId()),
                        Set.of(),
                        row.mayWrite() ? WRITING : READING));
    }

    private static ConnectedSystem system(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("disconnected_at");
        var by = row.getString("connected_by_name");
        return new ConnectedSystem(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("name"),
                row.getString("org_name"),
                row.getBoolean("may_write"),
                by == null ? "" : by,
                row.getTimestamp("connected_at").toInstant(),
                row.getObject("last_called_on", LocalDate.class),
                ended == null ? null : ended.toInstant());
    }
}
