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

    /** A run that has not shown for so long that it is alive belongs to a process that has died. */
    static final Duration DEAD_AFTER = Duration.ofMinutes(5);

    /** A run that has failed is taken up where it stopped for so long; then it is begun anew. */
    static final Duration RESUMED_WITHIN = Duration.ofHours(1);

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

    /**
     * Asks for a roll-up as of today and returns its id. While one is open, that one is meant; one
     * that has failed a short time ago goes on, and what it had counted is not counted again.
     */
    @Transactional
    public UUID request() {
        var scope = CurrentScope.get();
        scope.demand("roll-up.start");
        var open = open();
        if (open.isPresent()) {
            return open.get().id();
        }
        var failed = resume();
        if (failed.isPresent()) {
            audit.record("roll-up.resumed", "roll-up", failed.get());
            return failed.get();
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

    /** Opens the latest roll-up again if it failed today; what an older one wrote may be gone. */
    private Optional<UUID> resume() {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        update monitoring.roll_up set state = 'REQUESTED', failure = null, finished_at = null, beat_at = :now
                        where id = (select id from monitoring.roll_up order by requested_at desc limit 1)
                          and state = 'FAILED' and as_of = :today and finished_at > :soon
                        returning id\
                        """)
                .param("now", Timestamp.from(now))
                .param("today", Date.valueOf(LocalDate.now(clock)))
                .param("soon", Timestamp.from(now.minus(RESUMED_WITHIN)))
                .query(UUID.class)
                .optional();
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
     * Takes an open roll-up for this process: a waiting one, or one whose process has died. Returns
     * the number by which the process holds it, or nothing if it was not free.
     */
    @Transactional
    Optional<UUID> take(UUID id) {
        var now = clock.instant();
        var holder = Ids.next();
        var taken =
                jdbc.sql(
                                """
                                update monitoring.roll_up set state = 'RUNNING', beat_at = ?, holder = ?
                                where id = ? and (state = 'REQUESTED' or state = 'RUNNING' and beat_at < ?)\
                                """)
                        .params(
                                Timestamp.from(now),
                                holder,
                                id,
                                Timestamp.from(now.minus(DEAD_AFTER)))
                        .update();
        return taken == 1 ? Optional.of(holder) : Optional.empty();
    }

    /**
     * Notes how much there is to count, and since which year, unless an earlier attempt has done
     * so. Returns the first year.
     */
    @Transactional
    int begin(UUID id, UUID holder, int firstYear) {
        return jdbc.sql(
                        """
                        update monitoring.roll_up set beat_at = :now, first_year = coalesce(first_year, :firstYear),
                            parts_total = (extract(year from as_of)::int - coalesce(first_year, :firstYear) + 1)
                                * (1 + (select count(*)::int from tenancy.published_org where kind in ('DISTRICT', 'REGION')))
                        where id = :id and holder = :holder
                        returning first_year\
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("firstYear", firstYear)
                .param("id", id)
                .param("holder", holder)
                .query(Integer.class)
                .single();
    }

    /**
     * Shows that a run is alive. Returns false where it is not this process's any more: it is over,
     * or another process has taken it over.
     */
    @Transactional
    boolean beat(UUID id, UUID holder) {
        return jdbc.sql(
                                "update monitoring.roll_up set beat_at = ? where id = ? and holder = ? and state = 'RUNNING'")
                        .params(Timestamp.from(clock.instant()), id, holder)
                        .update()
                == 1;
    }

    /**
     * Notes within the transaction of a part that it is done, which also shows that the run is
     * alive.
     *
     * @throws IllegalStateException if another process has taken over; the part must not count then
     */
    void partDone(UUID id, UUID holder) {
        onlyAsHolder(
                jdbc.sql(
                                "update monitoring.roll_up set parts_done = least(parts_done + 1, parts_total), beat_at = ? where id = ? and holder = ?")
                        .params(Timestamp.from(clock.instant()), id, holder)
                        .update());
    }

    private static void onlyAsHolder(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("Another process has taken over the roll-up");
        }
    }

    /** Ends a roll-up that did not succeed, unless another process has taken it over. */
    @Transactional
    void fail(UUID id, UUID holder, String code) {
        jdbc.sql(
                        "update monitoring.roll_up set state = 'FAILED', failure = ?, finished_at = ? where id = ? and holder = ?")
                .params(code, Timestamp.from(clock.instant()), id, holder)
                .update();
    }

    /**
     * Ends a roll-up within the transaction that shows its figures.
     *
     * @throws IllegalStateException if another process has taken over
     */
    void finish(UUID id, UUID holder) {
        onlyAsHolder(
                jdbc.sql(
                                "update monitoring.roll_up set state = 'DONE', finished_at = ? where id = ? and holder = ?")
                        .params(Timestamp.from(clock.instant()), id, holder)
                        .update());
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
