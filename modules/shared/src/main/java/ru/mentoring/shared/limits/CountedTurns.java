package ru.mentoring.shared.limits;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps one moment for each key: the one from which all turns are there again. A turn moves it on
 * by one step; if that would move it further ahead than all turns together take to come back, there
 * is none left.
 */
@Component
class CountedTurns implements RateLimits {

    /** More keys than this are looked through for those that say nothing any more. */
    private static final int MANY = 50_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ConcurrentHashMap<String, Instant> here = new ConcurrentHashMap<>();

    CountedTurns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Duration take(Allowance allowance, String key) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "A turn is taken before the transaction, which could be rolled back");
        }
        var hash = hash(allowance.name() + '\0' + key);
        return allowance.together() ? takeOfAll(allowance, hash) : takeHere(allowance, hash);
    }

    /** One statement: whoever comes at the same moment waits for the row and then sees it moved. */
    private Duration takeOfAll(Allowance allowance, byte[] hash) {
        var step = seconds(allowance.step());
        var taken =
                jdbc.sql(
                                """
                                insert into infra.rate_limit as r (key, free_at)
                                values (:key, clock_timestamp() + make_interval(secs => :step))
                                on conflict (key) do update
                                set free_at = greatest(r.free_at, clock_timestamp()) + make_interval(secs => :step)
                                where greatest(r.free_at, clock_timestamp()) + make_interval(secs => :step)
                                    <= clock_timestamp() + make_interval(secs => :within)\
                                """)
                        .param("key", hash)
                        .param("step", step)
                        .param("within", seconds(allowance.within()))
                        .update();
        return taken == 1 ? Duration.ZERO : waiting(allowance, hash);
    }

    private Duration waiting(Allowance allowance, byte[] hash) {
        var ahead =
                jdbc.sql(
                                """
                                select cast(extract(epoch from free_at - clock_timestamp()) as float8) from infra.rate_limit where key = ?\
                                """)
                        .param(hash)
                        .query(Double.class)
                        .optional()
                        .orElse(0.0);
        return wait(allowance, Duration.ofNanos(Math.round(ahead * 1e9)));
    }

    private Duration takeHere(Allowance allowance, byte[] hash) {
        var now = clock.instant();
        if (here.size() > MANY) {
            here.values().removeIf(free -> !free.isAfter(now));
        }
        var verdict = new Duration[] {Duration.ZERO};
        here.compute(
                HexFormat.of().formatHex(hash),
                (same, before) -> {
                    var from = before == null || before.isBefore(now) ? now : before;
                    var free = from.plus(allowance.step());
                    if (free.isAfter(now.plus(allowance.within()))) {
                        verdict[0] = wait(allowance, Duration.between(now, from));
                        return before;
                    }
                    return free;
                });
        return verdict[0];
    }

    /** Never zero, which would mean that a turn was taken. */
    private static Duration wait(Allowance allowance, Duration ahead) {
        var wait = ahead.plus(allowance.step()).minus(allowance.within());
        return wait.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : wait;
    }

    @Scheduled(cron = "${mentoring.limits.sweep:0 */10 * * * *}")
    @SchedulerLock(name = "limits.sweep")
    void sweep() {
        jdbc.sql("delete from infra.rate_limit where free_at < clock_timestamp()").update();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
