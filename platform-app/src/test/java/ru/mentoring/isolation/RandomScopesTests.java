package ru.mentoring.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.PlatformTest;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.Track;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

/**
 * Check ISO-07: under many threads on few connections, with failures in between, no transaction
 * ever reads a row outside its scope.
 */
@PlatformTest
class RandomScopesTests {

    private static final int TRANSACTIONS = 20_000;
    private static final int THREADS = 64;
    private static final int SEASONS = 25;

    @Autowired Regions regions;
    @Autowired Seasons seasons;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactionManager;
    @Autowired DataSource dataSource;
    @Autowired OracleDb oracle;

    /** A scope with the organisations whose rows it may see. */
    private record Place(Scope scope, Set<UUID> visible) {}

    private record Reading(long rows, long foreign, long missing) {}

    @Test
    void readsNoForeignRowInTwentyThousandTransactions() throws Exception {
        var reading = read(places(), TRANSACTIONS);

        assertThat(reading.foreign()).isZero();
        assertThat(reading.missing()).isZero();
        assertThat(reading.rows()).isGreaterThan(TRANSACTIONS * (long) SEASONS / 2);
        assertThatNoConnectionIsKept();
    }

    /** The application's own schedule borrows one now and then; a kept one never comes back. */
    private void assertThatNoConnectionIsKept() throws SQLException {
        var pool = dataSource.unwrap(HikariDataSource.class).getHikariPoolMXBean();
        await().untilAsserted(() -> assertThat(pool.getActiveConnections()).isZero());
    }

    /** The check is able to fail: a policy that lets everything through is noticed. */
    @Test
    void noticesAPolicyThatHasBeenWidened() throws Exception {
        var places = places();
        oracle.jdbc().sql("alter policy season_school on tenancy.season using (true)").update();
        try {
            assertThat(read(places, 200).foreign()).isPositive();
        } finally {
            oracle.jdbc()
                    .sql(
                            """
                            alter policy season_school on tenancy.season
                            using (region_id = (select sec.region_id()) and org_id = (select sec.org()))\
                            """)
                    .update();
        }
    }

    private List<Place> places() {
        var places = new ArrayList<Place>();
        for (int r = 0; r < 3; r++) {
            var region = regions.fresh();
            var inRegion = new HashSet<UUID>();
            for (int d = 0; d < 3; d++) {
                var district = region.district();
                var inDistrict = new HashSet<UUID>();
                for (int s = 0; s < 4; s++) {
                    var school = district.school();
                    var scope = school.systemScope();
                    CurrentScope.run(scope, () -> openSeasons());
                    places.add(new Place(scope, Set.of(school.id().value())));
                    inDistrict.add(school.id().value());
                }
                places.add(new Place(district.systemScope(), inDistrict));
                inRegion.addAll(inDistrict);
            }
            places.add(new Place(region.systemScope(), inRegion));
        }
        return places;
    }

    private void openSeasons() {
        for (int year = 2000; year < 2000 + SEASONS; year++) {
            seasons.open(Track.LEARNERS, year);
        }
    }

    private Reading read(List<Place> places, int transactions)
            throws InterruptedException, ExecutionException {
        var random = new Random(20_261_125);
        var rows = new LongAdder();
        var foreign = new LongAdder();
        var missing = new LongAdder();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            var remaining = new java.util.concurrent.atomic.AtomicInteger(transactions);
            for (int thread = 0; thread < THREADS; thread++) {
                var seed = random.nextLong();
                running.add(
                        executor.submit(() -> {
                            var choice = new Random(seed);
                            while (remaining.getAndDecrement() > 0) {
                                var place = places.get(choice.nextInt(places.size()));
                                if (choice.nextInt(10) == 0) {
                                    fail(place);
                                }
                                var seen = CurrentScope.call(place.scope(), this::owners);
                                rows.add(seen.values().stream().mapToLong(Long::longValue).sum());
                                seen.keySet().stream()
                                        .filter(owner -> !place.visible().contains(owner))
                                        .forEach(owner -> foreign.add(seen.get(owner)));
                                place.visible().stream()
                                        .filter(owner -> seen.getOrDefault(owner, 0L) != SEASONS)
                                        .forEach(owner -> missing.increment());
                            }
                        }));
            }
            for (var one : running) {
                one.get();
            }
        }
        return new Reading(rows.sum(), foreign.sum(), missing.sum());
    }

    private Map<UUID, Long> owners() {
        return new TransactionTemplate(transactionManager)
                .execute(status -> {
                    var owners = new HashMap<UUID, Long>();
                    jdbc.sql("select org_id from tenancy.season")
                            .query(UUID.class)
                            .list()
                            .forEach(owner -> owners.merge(owner, 1L, Long::sum));
                    return owners;
                });
    }

    /** A statement that breaks in the middle of a transaction, as they do. */
    private void fail(Place place) {
        try {
            CurrentScope.run(
                    place.scope(),
                    () ->
                            new TransactionTemplate(transactionManager)
                                    .executeWithoutResult(status ->
                                            jdbc.sql("select 1 / 0").query(Long.class).single()));
        } catch (DataAccessException expected) {
            assertThat(expected).hasStackTraceContaining("division by zero");
        }
    }
}
