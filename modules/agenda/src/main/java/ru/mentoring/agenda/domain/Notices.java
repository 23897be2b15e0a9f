package ru.mentoring.agenda.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.agenda.domain.LetterWishes.Occasion;
import ru.mentoring.tenancy.CurrentScope;

/** What the person of the current scope has been told about the tasks of its organisation. */
@Component
public class Notices {

    /** More are not counted: nobody reads the figure any more. */
    public static final int MOST_COUNTED = 100;

    /**
     * One of them.
     *
     * @param path where the task is done, below the organisation's address
     * @param unread whether the person has not seen it yet
     * @param done whether the task is done meanwhile
     * @param total how many there are altogether
     */
    public record Notice(
            Occasion occasion,
            String titleKey,
            List<String> titleArguments,
            @Nullable LocalDate due,
            String path,
            Instant at,
            boolean unread,
            boolean done,
            int total) {

        public Notice {
            titleArguments = List.copyOf(titleArguments);
        }
    }

    private static final String MINE =
            "l.region_id = :region and l.org_id = :org and l.account_id = :account";

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Returns how many wait to be seen, at most {@link #MOST_COUNTED}. What is done is no news any
     * more.
     */
    @Transactional(readOnly = true)
    public int unread() {
        return mine("""
        select count(*) from (
            select 1 from agenda.letter l
            join agenda.task t on t.region_id = l.region_id and t.id = l.task_id and t.closed_at is null
            where l.read_at is null and %s
            limit %d) unread\
        """
                        .formatted(MINE, MOST_COUNTED))
                .query(Integer.class)
                .single();
    }

    /** Returns some of them, the latest first. */
    @Transactional(readOnly = true)
    public List<Notice> latest(int offset, int most) {
        return mine("""
        select l.occasion, t.title_key, t.title_arguments, t.due, t.path, l.written_at,
            l.read_at is null as unread, t.closed_at is not null as done, count(*) over () as total
        from agenda.letter l
        join agenda.task t on t.region_id = l.region_id and t.id = l.task_id
        where %s
        order by l.written_at desc, l.id
        offset :offset limit :most\
        """
                        .formatted(MINE))
                .param("offset", offset)
                .param("most", most)
                .query(Notices::notice)
                .list();
    }

    /** Notes that the person has seen everything up to a moment. */
    @Transactional
    public void see(Instant until) {
        jdbc.sql("select agenda.see_notices(?, ?)")
                .params(Timestamp.from(until), Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec mine(String sql) {
        var scope = CurrentScope.get();
        return jdbc.sql(sql)
                .param("region", scope.region().value())
                .param("org", scope.org().value())
                .param("account", scope.actor().orElseThrow().value());
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                Occasion.valueOf(row.getString("occasion")),
                row.getString("title_key"),
                Arrays.asList((String[]) row.getArray("title_arguments").getArray()),
                row.getObject("due", LocalDate.class),
                row.getString("path"),
                row.getTimestamp("written_at").toInstant(),
                row.getBoolean("unread"),
                row.getBoolean("done"),
                row.getInt("total"));
    }
}
