package ru.mentoring.shared.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

/** Stands with tenancy, whose login role has to have the right on the table. */
@ModuleTest
class RateLimitsTests {

    /** A day, so that no turn comes back while the test runs. */
    private static final Allowance LETTERS =
            Allowance.ofAllReplicas("test.letters", 4, Duration.ofDays(1));

    private static final Allowance PAGES =
            Allowance.ofThisReplica("test.pages", 3, Duration.ofSeconds(30));

    @Autowired CountedTurns limits;
    @Autowired JdbcClient jdbc;
    @Autowired OracleDb oracle;
    @Autowired PlatformTransactionManager transactions;

    private String key;

    @BeforeEach
    void comeAsSomebodyNew() {
        key = UUID.randomUUID().toString();
    }

    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-09-01T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private long taken(Allowance allowance, int times) {
        return Stream.generate(() -> limits.take(allowance, key))
                .limit(times)
                .filter(Duration::isZero)
                .count();
    }

    @Test
    void givesAsManyTurnsAsThereAre() {
        assertThat(taken(LETTERS, 10)).isEqualTo(4);
    }

    @Test
    void saysHowLongToWait() {
        taken(LETTERS, 4);

        assertThat(limits.take(LETTERS, key)).isPositive().isLessThanOrEqualTo(Duration.ofHours(6));
    }

    @Test
    void countsEachKeyAndEachAllowanceForItself() {
        taken(LETTERS, 4);

        assertThat(limits.take(LETTERS, UUID.randomUUID().toString())).isZero();
        assertThat(limits.take(Allowance.ofAllReplicas("test.other", 4, Duration.ofDays(1)), key))
                .isZero();
    }

    @Test
    void givesNoTurnTwiceToThoseWhoComeAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    threads.invokeAll(
                            Stream.generate(() ->
                                            (Callable<Duration>) () -> limits.take(LETTERS, key))
                                    .limit(40)
                                    .toList());

            var free = 0;
            for (var one : all) {
                free += one.get().isZero() ? 1 : 0;
            }
            assertThat(free).isEqualTo(4);
        }
    }

    @Test
    void bringsATurnBackAfterItsTime() {
        taken(LETTERS, 4);
        oracle.jdbc()
                .sql("update infra.rate_limit set free_at = free_at - interval '6 hours'")
                .update();

        assertThat(taken(LETTERS, 3)).isEqualTo(1);
    }

    @Test
    void countsPagesInTheMemoryOfTheReplica() {
        var hand = new Hand();
        var here = new CountedTurns(jdbc, hand);
        for (var turn = 0; turn < 3; turn++) {
            assertThat(here.take(PAGES, key)).isZero();
        }

        assertThat(here.take(PAGES, key)).isEqualTo(Duration.ofSeconds(10));
        hand.now = hand.now.plusSeconds(10);
        assertThat(here.take(PAGES, key)).isZero();
        assertThat(here.take(PAGES, key)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void keepsNoKeyReadableAndNoneForEver() {
        limits.take(LETTERS, key);
        oracle.jdbc()
                .sql("update infra.rate_limit set free_at = free_at - interval '2 days'")
                .update();

        assertThat(
                        oracle.count(
                                "select count(*) from infra.rate_limit r where r::text like ?",
                                "%" + key + "%"))
                .isZero();
        limits.sweep();
        assertThat(oracle.count("select count(*) from infra.rate_limit")).isZero();
    }

    @Test
    void takesNoTurnThatCouldBeRolledBack() {
        var transaction = new TransactionTemplate(transactions);

        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> limits.take(LETTERS, key)));
    }

    @Test
    void refusesAnAllowanceThatAllowsNothingOrAnything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.ofAllReplicas("x", 0, Duration.ofDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.ofAllReplicas("x", 1_000, Duration.ofNanos(5)));
    }
}
