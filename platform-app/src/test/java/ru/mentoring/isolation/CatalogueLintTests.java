package ru.mentoring.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mentoring.PlatformTest;
import ru.mentoringtest.OracleDb;

/**
 * Check ISO-05: the catalogue of the migrated database holds no hole in the isolation of tenants.
 *
 * <p>Runs over every schema, so that a table of a future module is checked without anybody thinking
 * of it.
 */
@PlatformTest
class CatalogueLintTests {

    /** Schemas whose tables hold no tenant's rows, or are reached through functions only. */
    private static final List<String> TECHNICAL =
            List.of("infra", "sec", "pg_catalog", "information_schema", "pg_toast");

    @Autowired OracleDb oracle;

    @Test
    void findsNoHoleInTheMigratedDatabase() {
        var schemas =
                oracle.jdbc()
                        .sql(
                                "select nspname from pg_namespace where nspname not like 'pg\\_%' order by 1")
                        .query(String.class)
                        .list();

        assertThat(schemas).contains("tenancy", "audit");
        assertThat(
                        findings(
                                oracle.jdbc(),
                                schemas.stream()
                                        .filter(name -> !TECHNICAL.contains(name))
                                        .toList()))
                .isEmpty();
    }

    /** A table outside the technical schemas without an owner would escape the lint. */
    @Test
    void findsAnOwnerOnEveryTable() {
        var ownerless =
                oracle.jdbc()
                        .sql(
                                """
                                select n.nspname || '.' || c.relname
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind in ('r', 'p') and n.nspname not in (:technical) and n.nspname not like 'pg\\_%'
                                  and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id')
                                """)
                        .param("technical", TECHNICAL)
                        .query(String.class)
                        .list();

        assertThat(ownerless).containsExactlyInAnyOrderElementsOf(WITHOUT_OWNER);
    }

    /** Tables that belong to no organisation, each with its reason. */
    private static final List<String> WITHOUT_OWNER =
            List.of(
                    // The link between cards of one human belongs to the region and has no names.
                    "participants.identity");

    @Test
    void findsEveryPlantedHole() {
        var jdbc = oracle.jdbc();
        jdbc.sql(resource("isolation/planted-holes.sql")).update();
        try {
            assertThat(
                            findings(jdbc, List.of("planted")).stream()
                                    .map(finding -> finding.substring(0, 2))
                                    .distinct())
                    .contains(
                            "T1", "T2", "T3", "P1", "P2", "P3", "P4", "P5", "F1", "U1", "I1", "V1",
                            "V2", "G1", "G2", "S1", "E1");
        } finally {
            jdbc.sql("drop schema planted cascade").update();
        }
    }

    private static List<String> findings(JdbcClient jdbc, List<String> schemas) {
        return jdbc.sql(resource("isolation/catalogue-lint.sql"))
                .param("schemas", schemas.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    private static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
