package ru.mentoring.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.PlatformTest;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Seasons;
import ru.mentoring.tenancy.Track;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

/**
 * Check ISO-08: work that forgot its scope is refused by the database, loudly, and leaves nothing
 * behind.
 */
@PlatformTest
class ForgottenScopeTests {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final int REPEATS = 100;

    @Autowired Regions regions;
    @Autowired Seasons seasons;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource dataSource;
    @Autowired PlatformTransactionManager transactionManager;
    @Autowired OracleDb oracle;

    @Test
    void refusesEveryTenantTableWithAndWithoutATransaction() {
        var tables = tenantTables();
        assertThat(tables).contains("tenancy.season", "audit.entry");

        for (var table : tables) {
            assertRefused(() ->
                    new JdbcTemplate(dataSource)
                            .queryForList("select 1 from " + table + " limit 1"));
            assertRefused(() ->
                    new TransactionTemplate(transactionManager)
                            .execute(status ->
                                    jdbc.sql("select 1 from " + table + " limit 1")
                                            .query()
                                            .listOfRows()));
        }
        assertThatNoConnectionIsKept();
    }

    @Test
    void refusesAUseCaseAgainAndAgainWithoutLeakingAConnection() {
        for (int i = 0; i < REPEATS; i++) {
            assertThat(catchThrowable(() -> seasons.all(Track.LEARNERS)))
                    .isInstanceOf(IllegalStateException.class);
            assertRefused(() ->
                    new TransactionTemplate(transactionManager)
                            .execute(status ->
                                    jdbc.sql("select count(*) from tenancy.season")
                                            .query(Long.class)
                                            .single()));
        }
        assertThatNoConnectionIsKept();
    }

    /** A scope bound by the caller does not follow the work into another thread by accident. */
    @Test
    void refusesScheduledWorkThatDoesNotNameItsScope() throws Exception {
        var school = regions.fresh().school();
        try (var scheduler = new SimpleAsyncTaskScheduler()) {
            var refusal =
                    CurrentScope.call(
                            school.systemScope(),
                            () ->
                                    scheduler.submit(() ->
                                            catchThrowable(() ->
                                                    new TransactionTemplate(transactionManager)
                                                            .execute(status ->
                                                                    jdbc.sql(
                                                                                    "select count(*) from tenancy.season")
                                                                            .query(Long.class)
                                                                            .single()))));

            assertThat(sqlState(refusal.get())).isEqualTo(INSUFFICIENT_PRIVILEGE);
        }
    }

    /** The check is able to fail: the same statement works once the scope is there. */
    @Test
    void answersTheSameStatementWithinAScope() {
        var school = regions.fresh().school();

        school.askAsSystem(() -> seasons.open(Track.LEARNERS, 2026));

        Long seen =
                school.askAsSystem(() ->
                        new TransactionTemplate(transactionManager)
                                .execute(status ->
                                        jdbc.sql("select count(*) from tenancy.season")
                                                .query(Long.class)
                                                .single()));

        assertThat(seen).isEqualTo(1L);
    }

    private List<String> tenantTables() {
        return oracle.jdbc()
                .sql(
                        """
                        select n.nspname || '.' || c.relname
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and n.nspname not in ('sec', 'infra')
                          and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id')
                        """)
                .query(String.class)
                .list();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThat(sqlState(catchThrowable(work))).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    private static String sqlState(Throwable failure) {
        assertThat(failure).as("the work had to be refused").isNotNull();
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        return cause instanceof SQLException refusal ? refusal.getSQLState() : cause.toString();
    }

    /** The application's own schedule borrows one now and then; a leaked one never comes back. */
    private void assertThatNoConnectionIsKept() {
        await().untilAsserted(() ->
                assertThat(
                                dataSource
                                        .unwrap(HikariDataSource.class)
                                        .getHikariPoolMXBean()
                                        .getActiveConnections())
                        .isZero());
    }
}
