package ru.mentoring.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

/** The trail as it is written and chained. */
@ModuleTest
class SealerTests {

    @Autowired Audit audit;
    @Autowired Sealer sealer;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired OracleDb oracle;
    @Autowired JdbcClient jdbc;
    @Autowired MeterRegistry meters;
    @Autowired PlatformTransactionManager transactionManager;

    private Workplaces school;
    private TransactionTemplate transaction;

    @BeforeEach
    void openSchool() {
        school = Workplaces.open(founding, assignments);
        transaction = new TransactionTemplate(transactionManager);
    }

    @Test
    void writesWhoActedByWhichAssignment() {
        var object = Ids.next();

        school.as(Role.CURATOR, () -> write("person.changed", object));

        var row =
                oracle.jdbc()
                        .sql(
                                """
                                select e.action, e.result, a.role, a.account_id = e.account_id as same
                                from audit.entry e join sec.assignment a on a.id = e.assignment_id
                                where e.object_id = ?\
                                """)
                        .param(object)
                        .query()
                        .singleRow();
        assertThat(row)
                .containsEntry("action", "person.changed")
                .containsEntry("result", "DONE")
                .containsEntry("role", "CURATOR")
                .containsEntry("same", true);
    }

    @Test
    void writesARefusalWithoutATransactionAround() {
        school.as(Role.CURATOR, () -> audit.refused("audit.read"));

        assertThat(
                        oracle.count(
                                """
                                select count(*) from audit.entry
                                where org_id = ? and action = 'access.refused' and result = 'REFUSED' and fields = 'audit.read'\
                                """,
                                school.school().value()))
                .isEqualTo(1);
    }

    @Test
    void chainsEveryEntryOnceAlsoWhenSeveralSealersLook() throws Exception {
        school.as(
                Role.CURATOR,
                () -> IntStream.range(0, 40).forEach(i -> write("person.changed", Ids.next())));

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            replicas.invokeAll(
                    List.of(
                            Executors.callable(sealer::seal),
                            Executors.callable(sealer::seal),
                            Executors.callable(sealer::seal)));
        }

        await().untilAsserted(() -> {
            sealer.seal();
            assertThat(count("sec.audit_tail")).isZero();
        });
        assertThat(count("audit.link")).isEqualTo(40);
        assertThat(
                        oracle.jdbc()
                                .sql("select max(seq) from audit.link where org_id = ?")
                                .param(school.school().value())
                                .query(Long.class)
                                .single())
                .isEqualTo(40);
    }

    /** What is not committed yet waits; it comes behind what was committed before it. */
    @Test
    void followsTheOrderOfTheCommits() {
        var early = Ids.next();
        var late = Ids.next();
        var scope = school.scope(Role.CURATOR);

        CurrentScope.run(
                scope,
                () ->
                        transaction.executeWithoutResult(status -> {
                            audit.record("person.changed", "person", late);
                            inAnotherThread(() ->
                                    CurrentScope.run(scope, () -> write("person.changed", early)));
                            inAnotherThread(sealer::seal);
                        }));
        await().untilAsserted(() -> {
            sealer.seal();
            assertThat(count("audit.link")).isEqualTo(2);
        });

        assertThat(
                        oracle.jdbc()
                                .sql(
                                        """
                                        select e.object_id from audit.link l join audit.entry e on e.id = l.id
                                        where l.org_id = ? order by l.seq\
                                        """)
                                .param(school.school().value())
                                .query(UUID.class)
                                .list())
                .containsExactly(early, late);
    }

    private static void inAnotherThread(Runnable work) {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            other.submit(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsWhatWaits() {
        school.as(Role.CURATOR, () -> write("person.changed", Ids.next()));

        assertThat(meters.get("mentoring.audit.unsealed").gauge().value()).isNotNegative();
        await().untilAsserted(() -> {
            sealer.seal();
            assertThat(meters.get("mentoring.audit.unsealed").gauge().value()).isZero();
            assertThat(meters.get("mentoring.audit.unsealed.age").gauge().value()).isZero();
        });
    }

    /** Whoever works inside a scope reaches neither other organisations' chains nor their tail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from sec.audit_heads()",
                "select * from sec.audit_tail",
                "select * from sec.audit_links(gen_random_uuid(), gen_random_uuid(), 0, 1)",
                "delete from sec.audit_tail",
                "delete from audit.entry",
                "update audit.entry set action = 'x'",
                "truncate audit.entry",
                "insert into audit.link select region_id, org_id, 1, id, sha256(''), sha256('') from audit.entry",
                "delete from audit.link",
                "update audit.link set seq = seq + 1"
            })
    void refusesToTouchTheTrailWithinAScope(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        school.as(
                                Role.DIRECTOR,
                                () ->
                                        transaction.executeWithoutResult(
                                                status -> jdbc.sql(sql).update())))
                .satisfies(refusal ->
                        assertThat(
                                        ((SQLException)
                                                        NestedExceptionUtils.getMostSpecificCause(
                                                                refusal))
                                                .getSQLState())
                                .isEqualTo("42501"));
    }

    /** Not even the owner of the tables, who may do everything else with them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set action = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "update audit.link set seq = seq + 1",
                "delete from audit.link",
                "truncate audit.link"
            })
    void refusesChangesToASuperuserWhoLeavesTheTriggersOn(String sql) {
        school.as(Role.CURATOR, () -> write("person.changed", Ids.next()));
        await().untilAsserted(() -> {
            sealer.seal();
            assertThat(count("audit.link")).isEqualTo(1);
        });

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> oracle.jdbc().sql(sql).update())
                .withStackTraceContaining("append-only");
    }

    private void write(String action, UUID object) {
        transaction.executeWithoutResult(status -> audit.record(action, "person", object));
    }

    private long count(String table) {
        return oracle.count(
                "select count(*) from " + table + " where org_id = ?", school.school().value());
    }
}
