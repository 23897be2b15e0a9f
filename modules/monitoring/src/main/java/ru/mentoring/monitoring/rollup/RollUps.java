package ru.mentoring.monitoring.rollup;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;

/** The roll-ups of a region: their requests, progress and end, all in committed rows. */
@Component
public class RollUps {

    /** A run that has not moved for so long belongs to a process that has died. */
    static final Duration DEAD_AFTER = Duration.ofMinutes(2);

    /**
     * A roll-up as its page shows it.
     *
     * @param failure why it failed, as the code of a message
     */
    public record RollUp(
            UUID id,
            State state,
            LocalDate asOf,
            Instant requestedAt,
            Instant beatAt,
            @Nullable Instant finishedAt,
            int partsDone,
            int partsTotal,
            @Nullable String failure) {

        public boolean open() {
            return state == State.REQUESTED || state == State.RUNNING;
        }
    }

    /** How far a roll-up is. */
    public enum State {
        REQUESTED,
        RUNNING,
        DONE,
        FAILED
    }

    private static final String COLUMNS =
            "id, state, as_of, requested_at, beat_at, finished_at, parts_done, parts_total, failure";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;

    RollUps(JdbcClient jdbc, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Asks for a roll-up as of today. While one is open, that one is meant. Returns its id. */
    @Transactional
    public UUID request() {
        var scope = CurrentScope.get();
        scope.demand("roll-up.start");
        var open = open();
        if (open.isPresent()) {
            return open.get().id();
        }
        var id = Ids.next();
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        insert into monitoring.roll_up (region_id, id, org_id, state, as_of, requested_at, beat_at)
                        values (?, ?, ?, 'REQUESTED', ?, ?, ?)
                        on conflict do nothing\
                        """)
                .params(
                        scope.region().value(),
                        id,
                        scope.org().value(),
                        Date.valueOf(LocalDate.now(clock)),
                        now,
                        now)
                .update();
        audit.record("roll-up.requested", "roll-up", id);
        return open().map(RollUp::id).orElse(id);
    }

    /** Returns a roll-up of the scope's region. */
    @Transactional(readOnly = true)
    public RollUp get(UUID id) {
        return jdbc.sql("select %s from monitoring.roll_up where id = ?".formatted(COLUMNS))
                .param(id)
                .query(RollUps::row)
                .optional()
                .orElseThrow(() -> new NoSuchRollUp(id));
    }

    /** Returns the latest roll-ups, newest first. */
    @Transactional(readOnly = true)
    public List<RollUp> latest() {
        return jdbc.sql(
                        "select %s from monitoring.roll_up order by requested_at desc limit 20"
                                .formatted(COLUMNS))
                .query(RollUps::row)
                .list();
    }

    /** Returns the roll-up that waits or runs, if there is one. */
    @Transactional(readOnly = true)
    public Optional<RollUp> open() {
        return jdbc.sql(
                        "select %s from monitoring.roll_up where state in ('REQUESTED', 'RUNNING')"
                                .formatted(COLUMNS))
                .query(RollUps::row)
                .optional();
    }

    /**
     * Takes an open roll-up for this process: a waiting one, or one whose process has died. Says
     * whether it was free.
     */
    @Transactional
    boolean take(UUID id) {
        var now = clock.instant();
        return jdbc.sql(
                                """
                                update monitoring.roll_up set state = 'RUNNING', beat_at = ?
                                where id = ? and (state = 'REQUESTED' or state = 'RUNNING' and beat_at < ?)\
                                """)
                        .params(Timestamp.from(now), id, Timestamp.from(now.minus(DEAD_AFTER)))
                        .update()
                == 1;
    }

    /** Notes how many parts there are to count. */
    @Transactional
    void begin(UUID id) {
        jdbc.sql(
                        """
                        update monitoring.roll_up set beat_at = ?, parts_total = (
                            select count(*) from tenancy.published_org where kind in ('DISTRICT', 'REGION'))
                        where id = ?\
                        """)
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    /**
     * Notes within the transaction of a part that it is done, which also shows that the run is
     * alive.
     */
    void partDone(UUID id) {
        jdbc.sql(
                        "update monitoring.roll_up set parts_done = least(parts_done + 1, parts_total), beat_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    @Transactional
    void fail(UUID id, String code) {
        jdbc.sql(
                        "update monitoring.roll_up set state = 'FAILED', failure = ?, finished_at = ? where id = ?")
                .params(code, Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Ends a roll-up within the transaction that shows its figures. */
    void finish(UUID id) {
        jdbc.sql("update monitoring.roll_up set state = 'DONE', finished_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id)
                .update();
    }

    private static RollUp row(ResultSet row, int number) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        return new RollUp(
                row.getObject("id", UUID.class),
                State.valueOf(row.getString("state")),
                row.getObject("as_of", LocalDate.class),
                row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("beat_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getInt("parts_done"),
                row.getInt("parts_total"),
                row.getString("failure"));
    }
}
