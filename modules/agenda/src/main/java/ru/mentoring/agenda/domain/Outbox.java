package ru.mentoring.agenda.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;

/**
 * The letters of a region that wait to be sent. For the system at the regional centre.
 *
 * <p>A letter is marked before it leaves and again when it has left. Whoever dies in between holds
 * it no longer than {@link #LEASE}; then it leaves again under the same message id, by which mail
 * servers recognise it.
 */
@Component
class Outbox {

    /** How long somebody may be busy with a letter before others take it over. */
    static final Duration LEASE = Duration.ofMinutes(10);

    /** After so many refusals, spread over half a day, nobody tries any more. */
    static final int MOST_ATTEMPTS = 16;

    /** What was put so long ago is no news; a letter about it would only confuse. */
    private static final Duration STALE = Duration.ofDays(7);

    /** A letter together with the task it tells about. */
    record Letter(
            UUID id,
            OrgId org,
            AccountId recipient,
            int attempts,
            String titleKey,
            List<String> titleArguments,
            @Nullable LocalDate due,
            String path) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes some letters that are due and marks them as being sent; others skip them. */
    @Transactional
    public List<Letter> take(int most) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        update agenda.letter set state = 'NEEDLESS'
                        where region_id = :region and state = 'WAITING' and written_at < :stale\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("stale", Timestamp.from(now.minus(STALE)))
                .update();
        return jdbc.sql(
                        """
                        with due as (
                            select region_id, id from agenda.letter
                            where region_id = :region and state in ('WAITING', 'SENDING') and next_attempt_at <= :now
                            order by next_attempt_at
                            limit :most
                            for update skip locked)
                        update agenda.letter l
                        set state = 'SENDING', attempts = l.attempts + 1, next_attempt_at = :lease
                        from due, agenda.task t
                        where l.region_id = due.region_id and l.id = due.id
                          and t.region_id = l.region_id and t.id = l.task_id
                        returning l.id, l.org_id, l.account_id, l.attempts,
                            t.title_key, t.title_arguments, t.due, t.path\
                        """)
                .param("region", CurrentScope.get().region().value())
                .param("now", Timestamp.from(now))
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("most", most)
                .query(Outbox::letter)
                .list();
    }

    /** Notes that a letter has left. */
    @Transactional
    public void sent(Letter letter) {
        mark(letter, "SENT", clock.instant());
    }

    /** Notes that nobody may receive the letter any more: they have lost the role. */
    @Transactional
    public void needless(Letter letter) {
        mark(letter, "NEEDLESS", null);
    }

    /** Notes that the mail server did not take it; it is tried again ever more rarely. */
    @Transactional
    public void refused(Letter letter) {
        var pause = Duration.ofMinutes(1L << Math.min(letter.attempts() - 1, 6));
        jdbc.sql(
                        """
                        update agenda.letter set state = :state, next_attempt_at = :next
                        where region_id = :region and id = :id and state = 'SENDING' and attempts = :attempts\
                        """)
                .param("state", letter.attempts() < MOST_ATTEMPTS ? "WAITING" : "FAILED")
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("region", CurrentScope.get().region().value())
                .param("id", letter.id())
                .param("attempts", letter.attempts())
                .update();
    }

    private void mark(Letter letter, String state, java.time.@Nullable Instant sentAt) {
        jdbc.sql(
                        """
                        update agenda.letter set state = :state, sent_at = cast(:sentAt as timestamptz)
                        where region_id = :region and id = :id and state = 'SENDING'\
                        """)
                .param("state", state)
                .param("sentAt", sentAt == null ? null : Timestamp.from(sentAt))
                .param("region", CurrentScope.get().region().value())
                .param("id", letter.id())
                .update();
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                new OrgId(row.getObject("org_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getInt("attempts"),
                row.getString("title_key"),
                Arrays.asList((String[]) row.getArray("title_arguments").getArray()),
                row.getObject("due", LocalDate.class),
                row.getString("path"));
    }
}
