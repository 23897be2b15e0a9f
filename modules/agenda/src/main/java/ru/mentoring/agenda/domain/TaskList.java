package ru.mentoring.agenda.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.agenda.domain.OpenTask.Postponement;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;

/** The tasks of the person in the current scope: what is open, what is done, what is set aside. */
@Component
public class TaskList {

    /** For how long the list of what is done goes back. */
    public static final Duration LOOKING_BACK = Duration.ofDays(30);

    /** Why a task cannot be set aside until the wanted day. */
    public enum Refusal {
        /** The day is today or over. */
        TOO_EARLY,
        /** The day lies behind {@link OpenTask#latestPause}. */
        TOO_LATE
    }

    private static final int LONGEST_LIST = 500;

    private static final String MINE =
            "region_id = :region and org_id = :org"
                    + " and (roles && cast(:roles as text[]) or account_id = cast(:account as uuid))";

    private static final String OPEN =
            "select id, version, org_id, title_key, title_arguments, due, path, put_at, put_by_org, roles, account_id,"
                    + " postponed_until, postponed_because, postponed_by"
                    + " from agenda.task where closed_at is null and "
                    + MINE;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    TaskList(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns what is open, the nearest deadline first. */
    @Transactional(readOnly = true)
    public List<OpenTask> open() {
        return mine(OPEN + " order by due nulls last, put_at, id limit " + LONGEST_LIST)
                .query(TaskList::openTask)
                .list();
    }

    /**
     * Returns what is open for somebody with these roles at the scope's organisation. For the
     * system, which works there in nobody's name.
     */
    @Transactional(readOnly = true)
    List<OpenTask> openOf(AccountId account, Set<Role> roles) {
        return whose(OPEN + " order by due nulls last, put_at, id limit " + LONGEST_LIST, roles)
                .param("account", account.value())
                .query(TaskList::openTask)
                .list();
    }

    /**
     * Returns an open task.
     *
     * @throws ru.mentoring.shared.NoSuch if it is done, somebody else's, or was never put
     */
    @Transactional(readOnly = true)
    public OpenTask find(UUID task) {
        return mine(OPEN + " and id = :id")
                .param("id", task)
                .query(TaskList::openTask)
                .optional()
                .orElseThrow(() -> new NoSuchTask(task));
    }

    /** Returns what has been done within {@link #LOOKING_BACK}, the latest first. */
    @Transactional(readOnly = true)
    public List<DoneTask> done() {
        return mine("select title_key, title_arguments, closed_at, closed_by from agenda.task"
                        + " where closed_at >= :since and "
                        + MINE
                        + " order by closed_at desc, id limit "
                        + LONGEST_LIST)
                .param("since", Timestamp.from(clock.instant().minus(LOOKING_BACK)))
                .query((row, number) ->
                        new DoneTask(
                                row.getString("title_key"),
                                texts(row, "title_arguments"),
                                row.getTimestamp("closed_at").toInstant(),
                                Optional.ofNullable(row.getObject("closed_by", UUID.class))
                                        .map(AccountId::new)))
                .list();
    }

    /**
     * Sets a task aside until a day, for everybody whose task it is.
     *
     * @param version the version that the person has seen
     * @param because why, for the others to read
     * @return why not; nothing if it is set aside now
     * @throws OptimisticLockingFailureException if somebody else was faster
     */
    @Transactional
    public Optional<Refusal> setAside(UUID task, long version, LocalDate until, String because) {
        var today = LocalDate.now(clock);
        var found = find(task);
        if (!until.isAfter(today)) {
            return Optional.of(Refusal.TOO_EARLY);
        }
        if (until.isAfter(found.latestPause(today))) {
            return Optional.of(Refusal.TOO_LATE);
        }
        change(task, version, until, because.strip());
        audit.record("task.set-aside", "task", task, "postponed_until", "postponed_because");
        return Optional.empty();
    }

    /**
     * Puts a task that was set aside among the others again.
     *
     * @throws OptimisticLockingFailureException if somebody else was faster
     */
    @Transactional
    public void takeUp(UUID task, long version) {
        find(task);
        change(task, version, null, null);
        audit.record("task.taken-up", "task", task, "postponed_until", "postponed_because");
    }

    private void change(
            UUID task, long version, @Nullable LocalDate until, @Nullable String because) {
        var changed =
                mine("""
                update agenda.task
                set postponed_until = cast(:until as date), postponed_because = cast(:because as text),
                    postponed_by = case when cast(:until as date) is null then null
                                        else cast(:account as uuid) end,
                    version = version + 1
                where id = :id and version = :version and closed_at is null and \
                """
                                + MINE)
                        .param("until", until)
                        .param("because", because)
                        .param("id", task)
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("The task has changed since it was shown");
        }
    }

    private JdbcClient.StatementSpec mine(String sql) {
        var scope = CurrentScope.get();
        return whose(sql, scope.roles())
                .param("account", scope.actor().map(AccountId::value).orElse(null));
    }

    private JdbcClient.StatementSpec whose(String sql, Set<Role> roles) {
        var scope = CurrentScope.get();
        return jdbc.sql(sql)
                .param("region", scope.region().value())
                .param("org", scope.org().value())
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new));
    }

    private static OpenTask openTask(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        var until = row.getObject("postponed_until", LocalDate.class);
        return new OpenTask(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                new OrgId(row.getObject("org_id", UUID.class)),
                row.getString("title_key"),
                texts(row, "title_arguments"),
                row.getObject("due", LocalDate.class),
                row.getString("path"),
                row.getTimestamp("put_at").toInstant(),
                new OrgId(row.getObject("put_by_org", UUID.class)),
                texts(row, "roles").stream().map(Role::valueOf).collect(Collectors.toSet()),
                account == null ? null : new AccountId(account),
                until == null
                        ? Optional.empty()
                        : Optional.of(
                                new Postponement(
                                        until,
                                        row.getString("postponed_because"),
                                        new AccountId(row.getObject("postponed_by", UUID.class)))));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
