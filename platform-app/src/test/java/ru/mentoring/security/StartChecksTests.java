package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import ru.mentoring.PlatformApplication;
import ru.mentoring.shared.settings.WrongSettings;
import ru.mentoringtest.TestDatabase;

/**
 * Check REL-21: a start that is set up wrongly ends at once, with one sentence and with a code
 * other than 0.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartChecksTests {

    private static final String GOOD = "4f1b9ad07c52e8361f0c9b7ad2385e64a1c07d93";
    private static final TestDatabase.Oracle EMPTY = TestDatabase.create();
    private static final TestDatabase.Oracle MIGRATED = migrated();

    private final Map<String, String> settings = new LinkedHashMap<>();

    StartChecksTests() {
        settings.put("MENTORING_DATABASE_URL", MIGRATED.url());
        settings.put("MENTORING_DATABASE_PASSWORD", TestDatabase.PASSWORD);
        settings.put("MENTORING_IDENTITY_ISSUER", "https://id.example.test/realms/mentoring");
        settings.put("MENTORING_IDENTITY_SECRET", GOOD + "1");
        settings.put("MENTORING_PARTICIPANTS_KEY", GOOD + "2");
        settings.put("mentoring.public-url", "https://example.test");
        // Whatever gets past the checks ends here, before it serves a page.
        settings.put("server.port", "no-port");
    }

    private static TestDatabase.Oracle migrated() {
        var database = TestDatabase.create();
        PlatformApplication.main(
                new String[] {
                    "--migrate",
                    "--MENTORING_DATABASE_URL=" + database.url(),
                    "--MENTORING_MIGRATOR_PASSWORD=" + TestDatabase.PASSWORD
                });
        return database;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MENTORING_DATABASE_URL",
                "MENTORING_DATABASE_PASSWORD",
                "MENTORING_IDENTITY_ISSUER",
                "MENTORING_IDENTITY_SECRET",
                "MENTORING_PARTICIPANTS_KEY"
            })
    void nameWhatIsMissing(String variable, CapturedOutput output) {
        settings.remove(variable);
        refused(output, variable + " is not set");
        settings.put(variable, " ");
        refused(output, variable + " is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "MENTORING_DATABASE_PASSWORD, short, is too short: it has 5 characters and needs 12",
        "MENTORING_DATABASE_PASSWORD, postgres, has a value that everybody can know",
        "MENTORING_DATABASE_PASSWORD, lukomorye-2026, has a value that everybody can know",
        "MENTORING_IDENTITY_SECRET, local-start-only-not-a-secret, has a value that everybody can know",
        "MENTORING_IDENTITY_SECRET, aaaaaaaaaaaaaaaaaaaaaaaa, can be guessed",
        "MENTORING_PARTICIPANTS_KEY, local-key-for-invented-people-only, has a value that everybody can know",
        "MENTORING_PARTICIPANTS_KEY, 4f1b9ad07c52e8361f0c, needs 32"
    })
    void takeNoSecretThatIsNone(String variable, String value, String why, CapturedOutput output) {
        settings.put(variable, value);

        refused(output, variable, why);
        assertThat(output).doesNotContain(": " + value);
    }

    @Test
    void takeNoSecretTwice(CapturedOutput output) {
        settings.put("MENTORING_PARTICIPANTS_KEY", settings.get("MENTORING_IDENTITY_SECRET"));

        refused(output, "MENTORING_IDENTITY_SECRET and MENTORING_PARTICIPANTS_KEY are the same");
    }

    @ParameterizedTest
    @CsvSource({
        "MENTORING_IDENTITY_ISSUER, http://id.example.test/realms/mentoring, has to begin with https://",
        "MENTORING_IDENTITY_ISSUER, mentoring, is no address",
        "MENTORING_IDENTITY_ISSUER, https://a b/, is no address",
        "mentoring.public-url, http://example.test, has to begin with https://",
        "mentoring.public-url, ftp://localhost, has to begin with https://"
    })
    void sendNobodyToAnUnsafeAddress(
            String property, String value, String why, CapturedOutput output) {
        settings.put(property, value);

        refused(output, why);
    }

    @Test
    void nameADatabaseThatDoesNotAnswer(CapturedOutput output) {
        settings.put("MENTORING_DATABASE_URL", "jdbc:postgresql://localhost:1/mentoring");

        refused(output, "The database at localhost:1/mentoring does not answer");
    }

    @Test
    void nameADatabaseThatIsNotThere(CapturedOutput output) {
        settings.put(
                "MENTORING_DATABASE_URL", MIGRATED.url().replaceFirst("/test_[0-9_]+", "/nowhere"));

        refused(output, "has no database");
    }

    @Test
    void nameThePasswordThatTheDatabaseRefuses(CapturedOutput output) {
        // The embedded server of the tests trusts this machine, whatever the password is.
        settings.put("spring.datasource.username", "no_such_role");

        refused(output, "refuses no_such_role");
    }

    @Test
    void startAsNobodyWhoSeesPastTheWalls(CapturedOutput output) {
        settings.put("spring.datasource.username", MIGRATED.user());
        settings.put("spring.datasource.password", "a-password-of-its-own-1");

        refused(output, "who sees past the walls between organisations");
    }

    @Test
    void sendWhoeverHasNoTablesToMigrate(CapturedOutput output) {
        settings.put("MENTORING_DATABASE_URL", EMPTY.url());

        refused(output, "are older than this release: run it once with --migrate");
    }

    @Test
    void noticeTablesOfAnotherRelease(CapturedOutput output) throws SQLException {
        var step = "infra.flyway_schema_history_roadmaps";
        execute("update %s set version = '99' where version = '1'".formatted(step));
        try {
            refused(output, "are older than this release (roadmaps 1 is missing)");
            execute(
                    "insert into %s select 1000, '1', 'again', type, script, checksum, installed_by, now(), 0, true from %s where version = '99'"
                            .formatted(step, step));
            refused(output, "are newer than this release (roadmaps 99 is not known to it)");
        } finally {
            execute("delete from %s where installed_rank = 1000".formatted(step));
            execute("update %s set version = '1' where version = '99'".formatted(step));
        }
    }

    @Test
    void readSecretsFromFilesAsWell(@TempDir Path folder, CapturedOutput output)
            throws IOException {
        settings.remove("MENTORING_IDENTITY_SECRET");
        settings.put("MENTORING_SECRETS", folder.toString());
        Files.writeString(folder.resolve("MENTORING_IDENTITY_SECRET"), "seven77");

        refused(output, "MENTORING_IDENTITY_SECRET is too short: it has 7 characters");
    }

    /** The checks are able to pass: good settings get as far as the deliberately wrong one. */
    @Test
    void letGoodSettingsThrough() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(this::start)
                .isNotInstanceOf(WrongSettings.class)
                .withStackTraceContaining("no-port");
    }

    @Test
    void endTheProcessWithOneSentence() throws IOException, InterruptedException {
        settings.put("MENTORING_IDENTITY_SECRET", "short");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(PlatformApplication.class.getName());
        command.addAll(List.of(arguments()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(said)
                .containsOnlyOnce("MENTORING_IDENTITY_SECRET is too short")
                .doesNotContain("\tat ", "Exception");
    }

    private void refused(CapturedOutput output, String... words) {
        assertThatExceptionOfType(WrongSettings.class)
                .isThrownBy(this::start)
                .satisfies(refusal -> {
                    assertThat(refusal.getMessage()).contains(words).doesNotContain("\n");
                    assertThat(output).contains(refusal.getMessage());
                });
    }

    private void start() {
        PlatformApplication.main(arguments());
    }

    private String[] arguments() {
        return settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }

    private static void execute(String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                MIGRATED.url(), MIGRATED.user(), MIGRATED.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
