package ru.mentoringtest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * Gives each application context of a test its own database on one PostgreSQL server of the test's
 * process.
 *
 * <p>The roles are those of production: migrations run as the migrator, the application logs in
 * without any right on tenant tables. Only {@link OracleDb} is a superuser. The server is an
 * embedded one, or the one that {@code TEST_DATASOURCE_URL} names (a superuser's URL with user and
 * password).
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /**
     * The password of both login roles: of this process on its own server, one for all on a server
     * that is given. None that stands in the repository, which the application would refuse.
     */
    public static final String PASSWORD =
            UUID.nameUUIDFromBytes(
                            System.getenv()
                                    .getOrDefault(
                                            "TEST_DATASOURCE_URL",
                                            String.valueOf(ProcessHandle.current().pid()))
                                    .getBytes(StandardCharsets.UTF_8))
                    .toString();

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final Server SERVER = Server.start();

    /** A server on which the tests may make databases. */
    private record Server(String urlPattern, String user, String password) {

        static Server start() {
            var given = System.getenv("TEST_DATASOURCE_URL");
            if (given != null) {
                var query = given.indexOf('?') < 0 ? "" : given.substring(given.indexOf('?'));
                var host =
                        given.substring(0, given.indexOf('/', "jdbc:postgresql://".length()) + 1);
                return new Server(
                        host + "%s" + query,
                        System.getenv().getOrDefault("TEST_DATASOURCE_USER", "postgres"),
                        System.getenv().getOrDefault("TEST_DATASOURCE_PASSWORD", ""));
            }
            try {
                var postgres =
                        EmbeddedPostgres.builder()
                                .setServerConfig("max_connections", "200")
                                .setServerConfig("shared_buffers", "256MB")
                                .setRegisterShutdownHook(false)
                                .start();
                stopAfterTheApplication(postgres);
                return new Server(
                        "jdbc:postgresql://localhost:%d/%%s".formatted(postgres.getPort()),
                        "postgres",
                        "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * A server that stops first lets the closing application wait for connections that never
         * come.
         */
        private static void stopAfterTheApplication(EmbeddedPostgres postgres) {
            SpringApplication.getShutdownHandlers()
                    .add(() -> {
                        try {
                            postgres.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }

        String url(String database) {
            return urlPattern.formatted(database);
        }
    }

    /** The address of a database together with the superuser who may look behind the policies. */
    public record Oracle(String url, String user, String password) {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var oracle = create();
        var properties =
                Map.<String, Object>ofEntries(
                        Map.entry("spring.datasource.url", oracle.url()),
                        Map.entry("spring.datasource.username", "mentoring_app"),
                        Map.entry("spring.datasource.password", PASSWORD),
                        Map.entry("spring.datasource.hikari.maximum-pool-size", "8"),
                        // 64 threads wait for 8 connections; on a busy machine that is no fault.
                        Map.entry("spring.datasource.hikari.connection-timeout", "30000"),
                        Map.entry("spring.flyway.enabled", "true"),
                        Map.entry("spring.flyway.url", oracle.url()),
                        Map.entry("spring.flyway.user", "mentoring_migrator"),
                        Map.entry("spring.flyway.password", PASSWORD),
                        Map.entry("mentoring.identity.issuer", SignedIn.ISSUER),
                        Map.entry("mentoring.identity.client-secret", PASSWORD),
                        Map.entry(
                                "mentoring.participants.identity-key",
                                "an-identity-key-for-tests-only-000000"));
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test database", properties));
        context.getBeanFactory().registerSingleton("oracleDb", new OracleDb(oracle));
    }

    /** Makes an empty database that has the roles of production. */
    public static Oracle create() {
        var name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
        try (var connection =
                        DriverManager.getConnection(
                                SERVER.url("postgres"), SERVER.user(), SERVER.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The tests need a PostgreSQL on which they may make databases", e);
        }
        var oracle = new Oracle(SERVER.url(name), SERVER.user(), SERVER.password());
        try (var connection =
                        DriverManager.getConnection(
                                oracle.url(), oracle.user(), oracle.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    new ClassPathResource("db/roles.sql")
                            .getContentAsString(StandardCharsets.UTF_8));
            statement.execute("alter role mentoring_app password '%s'".formatted(PASSWORD));
            statement.execute("alter role mentoring_migrator password '%s'".formatted(PASSWORD));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("The roles of the database could not be made", e);
        }
        return oracle;
    }
}
