package ru.mentoringlocal.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;

/** PostgreSQL from a library, with its data kept between starts. */
final class LocalPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final LocalSettings settings;

    private LocalPostgres(EmbeddedPostgres server, LocalSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    static LocalPostgres start(LocalSettings settings) {
        var data = settings.directory().resolve("postgres");
        Processes.endLeftover(data.resolve("postmaster.pid"), "postgres");
        Processes.insistFree(settings.postgresPort(), "mentoring.local.postgres-port");
        try {
            Files.createDirectories(settings.directory());
            var server =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(data)
                            .setCleanDataDirectory(false)
                            .setPort(settings.postgresPort())
                            // The library's own default would lose acknowledged writes in a crash.
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("max_connections", "120")
                            .setServerConfig("shared_buffers", "256MB")
                            // A new demonstration is counted while it grows; without knowing how
                            // many rows there are by now, that takes minutes instead of seconds.
                            .setServerConfig("autovacuum_naptime", "5s")
                            .setPGStartupWait(PATIENCE)
                            .setRegisterShutdownHook(false)
                            .start();
            var postgres = new LocalPostgres(server, settings);
            postgres.prepare();
            return postgres;
        } catch (IOException | SQLException e) {
            throw new CannotStart(
                    "PostgreSQL could not be started in %s. Is the folder writable, is there room on the disk? %s"
                            .formatted(data, e.getMessage()),
                    e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(settings.postgresPort(), database);
    }

    private void prepare() throws SQLException, IOException {
        execute(
                "postgres",
                "do $$ begin create role keycloak login; exception when duplicate_object then null; end $$");
        execute("postgres", "alter role keycloak password '%s'".formatted(LocalSettings.PASSWORD));
        createDatabase("keycloak", "keycloak");
        createDatabase("mentoring", "postgres");
        execute(
                "mentoring",
                new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8));
        execute(
                "mentoring",
                "alter role mentoring_app password '%s'".formatted(LocalSettings.PASSWORD));
        execute(
                "mentoring",
                "alter role mentoring_migrator password '%s'".formatted(LocalSettings.PASSWORD));
    }

    private void createDatabase(String name, String owner) throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", "postgres");
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '%s'".formatted(name))) {
            if (!found.next()) {
                try (var create = connection.createStatement()) {
                    create.execute("create database %s owner %s".formatted(name, owner));
                }
            }
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL did not stop by itself", e);
        }
    }
}
