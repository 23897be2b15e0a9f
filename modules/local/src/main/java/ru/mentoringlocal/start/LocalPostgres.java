package ru.mentoringlocal.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL from a library, with its data kept between starts. */
final class LocalPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final LocalSettings settings;

    private LocalPostgres(EmbeddedPostgres server, LocalSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    static Path data(Path directory) {
        return directory.resolve("postgres");
    }

    static Path pidFile(Path directory) {
        return data(directory).resolve("postmaster.pid");
    }

    static LocalPostgres start(LocalSettings settings) {
        var data = data(settings.directory());
        var log = settings.directory().resolve("postgres.log");
        try {
            var server = launch(settings, data, log);
            try {
                var postgres = new LocalPostgres(server, settings);
                postgres.prepare();
                Files.deleteIfExists(inTheMaking(settings.directory()));
                return postgres;
            } catch (IOException | SQLException failure) {
                server.close();
                throw failure;
            }
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new CannotStart(
                    "PostgreSQL could not be started in %s; %s says why. Is the folder writable, is there room on the disk? (%s)"
                            .formatted(data, log, e.getMessage()),
                    e);
        }
    }

    private static EmbeddedPostgres launch(LocalSettings settings, Path data, Path log)
            throws IOException {
        removeHalfMade(settings.directory());
        if (!Files.exists(data)) {
            Files.createFile(inTheMaking(settings.directory()));
        }
        return EmbeddedPostgres.builder()
                // Not below /tmp, where the folder of another user would be in the way.
                .setOverrideWorkingDirectory(
                        Files.createDirectories(server(settings.directory())).toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(settings.postgresPort())
                // The library's own defaults are for tests: they would lose acknowledged writes.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "256MB")
                // The first figures are counted while the demonstration still grows. Where the
                // server looks only once a minute how many rows there are, its plans are those for
                // empty tables, and that takes a minute instead of a quarter of one.
                .setServerConfig("autovacuum_naptime", "5s")
                .setPGStartupWait(PATIENCE)
                .setRegisterShutdownHook(false)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Says whether an earlier start has got as far as to leave data; half of them do not count. */
    static boolean hasData(Path directory) {
        return Files.exists(data(directory).resolve("PG_VERSION"))
                && !Files.exists(inTheMaking(directory));
    }

    private static Path server(Path directory) {
        return directory.resolve("postgres-server");
    }

    /** Lies beside the data from their first file until everything is there. */
    private static Path inTheMaking(Path directory) {
        return directory.resolve("postgres.in-the-making");
    }

    /**
     * Data of a first start that was cut short are no data yet. The server beside them goes too: on
     * a disk that filled up it was unpacked in part, and its library takes it for whole.
     */
    static void removeHalfMade(Path directory) throws IOException {
        if (Files.exists(inTheMaking(directory))) {
            FileSystemUtils.deleteRecursively(data(directory));
            FileSystemUtils.deleteRecursively(server(directory));
            Files.delete(inTheMaking(directory));
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
