package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mentoringtest.TestDatabase;

/** A release changes the tables in a run of its own; the application itself may not. */
class MigrateTests {

    /** How many steps each module's history holds. */
    private static final String HISTORY =
            """
            select tablename || ':' || (xpath('/row/n/text()',
                query_to_xml(format('select count(*) as n from %I.%I', schemaname, tablename), false, true, '')))[1]::text
            from pg_tables where tablename like 'flyway_schema_history%' order by tablename\
            """;

    private static final TestDatabase.Oracle DATABASE = migrated();

    private static TestDatabase.Oracle migrated() {
        var database = TestDatabase.create();
        migrate(database);
        return database;
    }

    private static void migrate(TestDatabase.Oracle database) {
        PlatformApplication.main(
                new String[] {
                    "--migrate",
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.password=" + TestDatabase.PASSWORD,
                    "--spring.flyway.url=" + database.url(),
                    "--spring.flyway.password=" + TestDatabase.PASSWORD
                });
    }

    @Test
    void makesTheSchemasOfAllModulesAndLeavesNoDataInThem() throws SQLException {
        assertThat(
                        ask(
                                "select nspname from pg_namespace where nspname !~ '^(pg_|information_schema|public)'"))
                .contains(
                        "agenda",
                        "audit",
                        "infra",
                        "monitoring",
                        "participants",
                        "programs",
                        "roadmaps",
                        "sec");
        assertThat(ask("select count(*)::text from sec.account")).containsExactly("0");
    }

    @Test
    void findsNothingToDoASecondTime() throws SQLException {
        var before = ask(HISTORY);

        migrate(DATABASE);

        assertThat(before).hasSizeGreaterThan(5).noneMatch(history -> history.endsWith(":0"));
        assertThat(ask(HISTORY)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table public.smuggled (id int)",
                "create table infra.smuggled (id int)",
                "create schema smuggled",
                "drop table infra.shedlock",
                "alter table roadmaps.roadmap disable row level security",
                "set role mentoring_owner"
            })
    void givesTheApplicationNoRightToChangeTables(String command) throws SQLException {
        try (var connection = connect("mentoring_app", TestDatabase.PASSWORD);
                var statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(command))
                    .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }

    private static List<String> ask(String sql) throws SQLException {
        try (var connection = connect(DATABASE.user(), DATABASE.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(DATABASE.url(), user, password);
    }
}
