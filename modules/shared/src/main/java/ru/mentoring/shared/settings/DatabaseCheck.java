package ru.mentoring.shared.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Insists on a database that answers, keeps its walls and has the tables of this release. */
final class DatabaseCheck {

    private static final int OLDEST_VERSION = 15;

    private static final Pattern STEP = Pattern.compile(".*/db/migration/([a-z_]+)/V(\\d+)__[^/]+");
    private static final String HISTORY = "flyway_schema_history";
    private static final String OF_NO_MODULE = "__root";

    private final String url;
    private final String user;
    private final String password;

    private DatabaseCheck(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static DatabaseCheck asApplication(GivenSettings given) {
        return new DatabaseCheck(
                given.need("spring.datasource.url", "MENTORING_DATABASE_URL"),
                given.need("spring.datasource.username", "spring.datasource.username"),
                given.need("spring.datasource.password", "MENTORING_DATABASE_PASSWORD"));
    }

    static DatabaseCheck asMigrator(GivenSettings given) {
        return new DatabaseCheck(
                given.need("spring.flyway.url", "MENTORING_DATABASE_URL"),
                given.need("spring.flyway.user", "spring.flyway.user"),
                given.need("spring.flyway.password", "MENTORING_MIGRATOR_PASSWORD"));
    }

    /**
     * Looks at the database.
     *
     * @param withTables whether the tables have to be those of this release already
     */
    void insist(boolean withTables) {
        try (var connection = connect()) {
            insistOnVersion(connection);
            insistOnWalls(connection);
            if (withTables) {
                insistOnTables(connection);
            }
        } catch (SQLException failure) {
            throw new WrongSettings(reason(failure), failure);
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        // Seconds.
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("socketTimeout", "15");
        return DriverManager.getConnection(url, properties);
    }

    private String reason(SQLException failure) {
        return switch (Objects.requireNonNullElse(failure.getSQLState(), "")) {
            case "28P01", "28000" ->
                    "The database at %s refuses %s: the password is not the one of `alter role %s`."
                            .formatted(place(), user, user);
            case "3D000" ->
                    "The server has no database as in MENTORING_DATABASE_URL: %s"
                            .formatted(place());
            default ->
                    "The database at %s does not answer: start it, or correct MENTORING_DATABASE_URL."
                            .formatted(place());
        };
    }

    /** The address without anything that could be secret. */
    private String place() {
        return url.replaceFirst("^jdbc:postgresql://", "")
                .replaceFirst("\\?.*$", "")
                .replaceFirst("^[^/@]*@", "");
    }

    private static void insistOnVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new WrongSettings(
                    "The database is PostgreSQL %d, and %d is the oldest that will do."
                            .formatted(version, OLDEST_VERSION));
        }
    }

    private void insistOnWalls(Connection connection) throws SQLException {
        if (ask(
                        connection,
                        "select (rolsuper or rolbypassrls)::text from pg_roles where rolname = current_user")
                .equals("true")) {
            throw new WrongSettings(
                    "The application may not log in as %s, who sees past the walls between organisations: the roles are those of roles.sql."
                            .formatted(user));
        }
        if (!ask(
                        connection,
                        "select (count(*) = 2)::text from pg_roles where rolname in ('scope_school', 'mentoring_owner')")
                .equals("true")) {
            throw new WrongSettings(
                    "The database at %s has no roles yet: run roles.sql as its superuser."
                            .formatted(place()));
        }
    }

    private void insistOnTables(Connection connection) throws SQLException {
        if (!ask(connection, "select (to_regprocedure('infra.applied_steps()') is not null)::text")
                .equals("true")) {
            throw older(null);
        }
        var applied = applied(connection);
        var known = known();
        for (var module : known.entrySet()) {
            var missing = new TreeSet<>(module.getValue());
            missing.removeAll(applied.getOrDefault(module.getKey(), new TreeSet<>()));
            if (!missing.isEmpty()) {
                throw older("%s %s".formatted(module.getKey(), missing.getFirst()));
            }
        }
        for (var module : applied.entrySet()) {
            var beyond = new TreeSet<>(module.getValue());
            beyond.removeAll(known.getOrDefault(module.getKey(), new TreeSet<>()));
            if (!beyond.isEmpty()) {
                throw new WrongSettings(
                        "The tables at %s are newer than this release (%s %d is not known to it): start the release that made them, or a later one."
                                .formatted(place(), module.getKey(), beyond.getLast()));
            }
        }
    }

    private WrongSettings older(@Nullable String step) {
        return new WrongSettings(
                "The tables at %s are older than this release%s: run it once with --migrate."
                        .formatted(
                                place(), step == null ? "" : " (%s is missing)".formatted(step)));
    }

    private static Map<String, TreeSet<Integer>> applied(Connection connection)
            throws SQLException {
        var applied = new HashMap<String, TreeSet<Integer>>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select history, version from infra.applied_steps()")) {
            while (rows.next()) {
                var history = rows.getString(1);
                var module =
                        history.equals(HISTORY)
                                ? OF_NO_MODULE
                                : history.substring(HISTORY.length() + 1);
                applied.computeIfAbsent(module, name -> new TreeSet<>())
                        .add(Integer.valueOf(rows.getString(2)));
            }
        }
        return applied;
    }

    private static Map<String, TreeSet<Integer>> known() {
        var known = new HashMap<String, TreeSet<Integer>>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/*/V*.sql")) {
                var step = STEP.matcher(file.getURL().getPath());
                if (step.matches()) {
                    known.computeIfAbsent(step.group(1), name -> new TreeSet<>())
                            .add(Integer.valueOf(step.group(2)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : "";
        }
    }
}
