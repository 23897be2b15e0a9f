package ru.mentoring.agenda.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;

/** Knows how everybody wants to be written to. */
@Component
public class Correspondence {

    private static final String COLUMNS =
            "select version, new_tasks, reminders, digest, weekends, quiet_from, quiet_until from agenda.letter_wishes"
                    + " where region_id = :region and org_id = :org and account_id = :account";

    private final JdbcClient jdbc;

    Correspondence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns what the person of the current scope wants at its organisation. */
    @Transactional(readOnly = true)
    public LetterWishes mine() {
        var scope = CurrentScope.get();
        return of(scope.org(), scope.actor().orElseThrow());
    }

    /** Returns what a person wants at an organisation. For the system and for the person. */
    @Transactional(readOnly = true)
    public LetterWishes of(OrgId org, AccountId account) {
        return jdbc.sql(COLUMNS)
                .param("region", CurrentScope.get().region().value())
                .param("org", org.value())
                .param("account", account.value())
                .query(Correspondence::wishes)
                .optional()
                .orElse(LetterWishes.USUAL);
    }

    /**
     * Keeps what the person of the current scope wants from now on.
     *
     * @param wishes with the version that they have seen
     * @throws OptimisticLockingFailureException if they have changed them elsewhere meanwhile
     */
    @Transactional
    public void wish(LetterWishes wishes) {
        var scope = CurrentScope.get();
        var stored =
                jdbc.sql(
                                """
                                insert into agenda.letter_wishes as w (region_id, id, org_id, version, account_id, new_tasks,
                                    reminders, digest, weekends, quiet_from, quiet_until)
                                values (:region, :id, :org, 1, :account, :newTasks, :reminders, :digest, :weekends,
                                    :quietFrom, :quietUntil)
                                on conflict (region_id, org_id, account_id) do update set
                                    version = w.version + 1, new_tasks = excluded.new_tasks, reminders = excluded.reminders,
                                    digest = excluded.digest, weekends = excluded.weekends,
                                    quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until
                                    where w.version = :version\
                                """)
                        .param("region", scope.region().value())
                        .param("id", Ids.next())
                        .param("org", scope.org().value())
                        .param("account", scope.actor().orElseThrow().value())
                        .param("newTasks", wishes.newTasks())
                        .param("reminders", wishes.reminders())
                        .param("digest", wishes.digest())
                        .param("weekends", wishes.weekends())
                        .param("quietFrom", wishes.quietFrom())
                        .param("quietUntil", wishes.quietUntil())
                        .param("version", wishes.version())
                        .update();
        if (stored == 0) {
            throw new OptimisticLockingFailureException("The wishes have changed meanwhile");
        }
    }

    private static LetterWishes wishes(ResultSet row, int number) throws SQLException {
        return new LetterWishes(
                row.getLong("version"),
                row.getBoolean("new_tasks"),
                row.getBoolean("reminders"),
                row.getBoolean("digest"),
                row.getBoolean("weekends"),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class));
    }
}
