package ru.mentoring.agenda.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.agenda.TaskKey;
import ru.mentoring.agenda.TaskView;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;

/**
 * The book of tasks.
 *
 * <p>Putting and closing go through functions of the database that know the tree, because a school
 * gives tasks to its district without being able to read what else the district has to do.
 */
@Component
public class TaskBook implements Agenda {

    private static final int LONGEST_LIST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    TaskBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(TaskDraft draft) {
        put(draft, clock.instant());
    }

    /** Gives a task, as {@link #put(TaskDraft)} does, that has been there since a moment before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(TaskDraft draft, Instant since) {
        jdbc.sql(
                        """
                        select agenda.put_task(:id, :org, :key, cast(:roles as text[]), cast(:account as uuid),
                            :titleKey, cast(:arguments as text[]), cast(:due as date), :path, :at)\
                        """)
                .param("id", Ids.next())
                .param("org", draft.org().value())
                .param("key", draft.key().source())
                .param("roles", roles(draft.assignee()))
                .param("account", account(draft.assignee()))
                .param("titleKey", draft.titleKey())
                .param("arguments", draft.titleArguments().toArray(String[]::new))
                .param("due", draft.due())
                .param("path", draft.path())
                .param("at", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(OrgId org, TaskKey key) {
        jdbc.sql("select agenda.close_task(?, ?, ?)")
                .params(org.value(), key.source(), Timestamp.from(clock.instant()))
                .query((row, number) -> key)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<TaskView> mine() {
        var scope = CurrentScope.get();
        return jdbc.sql(
                        """
                        select org_id, title_key, title_arguments, due, path, put_at from agenda.task
                        where region_id = :region and org_id = :org and closed_at is null
                          and (roles && cast(:roles as text[]) or account_id = cast(:account as uuid))
                        order by due nulls last, put_at, id
                        limit :limit\
                        """)
                .param("region", scope.region().value())
                .param("org", scope.org().value())
                .param("roles", scope.roles().stream().map(Role::name).toArray(String[]::new))
                .param("account", scope.actor().map(AccountId::value).orElse(null))
                .param("limit", LONGEST_LIST)
                .query(TaskBook::view)
                .list();
    }

    /**
     * Returns what the scope's organisation waits for: open tasks that it has given to others, and
     * those of its own people who carry other roles than the person of the scope, longest waiting
     * first.
     */
    @Transactional(readOnly = true)
    public List<AwaitedTask> awaited() {
        return jdbc.sql(
                        """
                        select id, org_id, title_key, title_arguments, due, path, put_at, asked_at from agenda.awaited()\
                        """)
                .query((row, number) -> {
                    var asked = row.getTimestamp("asked_at");
                    return new AwaitedTask(
                            row.getObject("id", UUID.class),
                            view(row, number),
                            Optional.ofNullable(asked).map(Timestamp::toInstant));
                })
                .list();
    }

    private static TaskView view(ResultSet row, int number) throws SQLException {
        return new TaskView(
                new OrgId(row.getObject("org_id", UUID.class)),
                row.getString("title_key"),
                Arrays.asList((String[]) row.getArray("title_arguments").getArray()),
                row.getObject("due", LocalDate.class),
                row.getString("path"),
                row.getTimestamp("put_at").toInstant());
    }

    private static String[] roles(Assignee assignee) {
        return switch (assignee) {
            case Assignee.Carrying(var roles) ->
                    roles.stream().map(Role::name).sorted().toArray(String[]::new);
            case Assignee.Person _ -> new String[0];
        };
    }

    private static @Nullable UUID account(Assignee assignee) {
        return switch (assignee) {
            case Assignee.Carrying _ -> null;
            case Assignee.Person(var account) -> account.value();
        };
    }
}
