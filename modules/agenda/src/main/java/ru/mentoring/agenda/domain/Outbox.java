package ru.mentoring.agenda.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.agenda.domain.LetterWishes.Occasion;
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

    /**
     * A letter.
     *
     * @param about the task that it tells about; none for a digest
     */
    record Letter(
            UUID id,
            OrgId org,
            AccountId recipient,
            int attempts,
            Occasion occasion,
            @Nullable About about) {}

    /** What is to be done. */
    record About(
            String titleKey, List<String> titleArguments, @Nullable LocalDate due, String path) {}

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
                            for update skip locked),
                        taken as (
                        update agenda.letter l
                        set state = 'SENDING', attempts = l.attempts + 1, next_attempt_at = :lease
                        from due
                        where l.region_id = due.region_id and l.id = due.id
                        returning l.id, l.org_id, l.account_id, l.attempts, l.occasion, l.task_id)
                        select taken.*, t.title_key, t.title_arguments, t.due, t.path
                        from taken left join agenda.task t on t.region_id = :region and t.id = taken.task_id\
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

    /**
     * Keeps a letter until a moment at which its recipient wants to get letters. That is no attempt
     * to send it.
     */
    @Transactional
    public void hold(Letter letter, Instant until) {
        jdbc.sql(
                        """
                        update agenda.letter set state = 'WAITING', next_attempt_at = :until, attempts = attempts - 1
                        where region_id = :region and id = :id and state = 'SENDING' and attempts = :attempts\
                        """)
                .param("until", Timestamp.from(until))
                .param("region", CurrentScope.get().region().value())
                .param("id", letter.id())
                .param("attempts", letter.attempts())
                .update();
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

    private void mark(Letter letter, String state, @Nullable Instant sentAt) {
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
        var title = row.getString("title_key");
        return new Letter(
                row.getObject("id", UUID.class),
                new OrgId(row.getObject("org_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getInt("attempts"),
                Occasion.valueOf(row.getString("occasion")),
                title == null
                        ? null
                        : new About(
                                title,
                                Arrays.asList(
                                        (String[]) row.getArray("title_arguments").getArray()),
                                row.getObject("due", LocalDate.class),
                                row.getString("path")));
    }
}
