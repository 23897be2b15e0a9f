package ru.mentoringlocal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds and leaves where it works. */
class PremisesTests {

    private static final int PATIENCE_SECONDS = 20;

    @TempDir Path directory;

    @Test
    void letsOneStartWorkInAFolderAtATime() {
        var first = Premises.take(directory);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Premises.take(directory))
                .withMessageContaining(String.valueOf(ProcessHandle.current().pid()))
                .withMessageContaining("--mentoring.local.directory=");

        first.close();
        Premises.take(directory).close();
    }

    @Test
    void saysWhatToDoAboutAFolderThatCannotBeMade() throws IOException {
        var file = Files.createFile(directory.resolve("file"));

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Premises.take(file.resolve("below")))
                .withMessageContaining("--mentoring.local.directory=");
    }

    @Test
    void needsMoreRoomBeforeTheFirstStartThanLater() {
        assertThat(Premises.complaint(directory, 2_000, true)).isNull();
        assertThat(Premises.complaint(directory, 1_999, true))
                .contains("1999 MB", directory.toString(), "--mentoring.local.directory=");
        assertThat(Premises.complaint(directory, 300, false)).isNull();
        assertThat(Premises.complaint(directory, 299, false)).contains("299 MB");
    }

    @Test
    void namesTheTakenPortAndTheSettingThatChangesIt() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() ->
                            Processes.insistFree(other.getLocalPort(), "mentoring.local.mail-port"))
                    .withMessageContaining(String.valueOf(other.getLocalPort()))
                    .withMessageContaining("--mentoring.local.mail-port=");
        }
    }

    @Test
    void saysOnWhichSystemsItRuns() {
        Processes.insistOnSystem("Linux", "amd64");

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Processes.insistOnSystem("Mac OS X", "aarch64"))
                .withMessageContaining("Mac OS X");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Processes.insistOnSystem("Linux", "aarch64"));
    }

    @Test
    void looksAtEveryPortThatItNeeds() {
        var settings = new LocalSettings(directory, 1, 2, 3, 4, 5, 6, 5);

        assertThat(settings.ports().values()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    }

    @Test
    void removesTheDataOfAFirstStartThatWasCutShortAndNoOthers() throws IOException {
        var data = Files.createDirectories(LocalPostgres.data(directory));
        Files.createFile(data.resolve("PG_VERSION"));
        var server = Files.createDirectories(directory.resolve("postgres-server/unpacked"));

        LocalPostgres.removeHalfMade(directory);
        assertThat(data).exists();
        assertThat(server).exists();

        Files.createFile(directory.resolve("postgres.in-the-making"));
        LocalPostgres.removeHalfMade(directory);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void countsHalfOfTheDataAsNone() throws IOException {
        assertThat(LocalPostgres.hasData(directory)).isFalse();

        var data = Files.createDirectories(LocalPostgres.data(directory));
        Files.createFile(data.resolve("PG_VERSION"));
        assertThat(LocalPostgres.hasData(directory)).isTrue();

        Files.createFile(directory.resolve("postgres.in-the-making"));
        assertThat(LocalPostgres.hasData(directory)).isFalse();
    }

    @Test
    void endsWhatAKilledStartHasLeft() throws Exception {
        var leftover = sleeper(directory);
        var pidFile = note(leftover);

        Processes.endLeftover(pidFile, directory);

        assertThat(leftover.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(pidFile).doesNotExist();
    }

    /** Numbers of processes come again; whoever has one today may be anybody. */
    @Test
    void leavesAProcessAloneThatOnlyHasTheSameNumber() throws Exception {
        var stranger = sleeper(Path.of("elsewhere"));
        try {
            Processes.endLeftover(note(stranger), directory);

            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void endsTheServersWhenTheProcessThatStartedThemIsKilled() throws Exception {
        var keycloak = sleeper(directory.resolve("keycloak"));
        var postgres = sleeper(directory.resolve("postgres"));
        var keycloakFile = Files.writeString(directory.resolve("a"), "" + keycloak.pid());
        var postgresFile =
                Files.writeString(directory.resolve("b"), "" + postgres.pid() + "\nmore");
        var owner =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Owner.class.getName(),
                                keycloakFile.toString(),
                                directory.resolve("keycloak").toString(),
                                postgresFile.toString(),
                                directory.resolve("postgres").toString())
                        .start();
        try {
            assertThat(owner.getInputStream().read()).isEqualTo('.');
            assertThat(keycloak.isAlive()).isTrue();

            owner.destroyForcibly();

            assertThat(keycloak.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(postgres.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            owner.destroyForcibly();
            keycloak.destroyForcibly();
            postgres.destroyForcibly();
        }
    }

    /** Starts a guard, says so, and waits to be killed. */
    static class Owner {

        public static void main(String[] arguments) throws Exception {
            var guard =
                    Guard.over(
                            Path.of(arguments[0]),
                            Path.of(arguments[1]),
                            Path.of(arguments[2]),
                            Path.of(arguments[3]));
            System.out.print(guard.watches() ? '.' : '!');
            System.out.flush();
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private Path note(Process process) throws IOException {
        return Files.writeString(directory.resolve("note.pid"), String.valueOf(process.pid()));
    }

    /** A process of its own session whose command names a folder, and that ends when told to. */
    private static Process sleeper(Path folder) throws IOException {
        return new ProcessBuilder(
                        "setsid",
                        "env",
                        // Whoever runs the tests in the background has these ignored.
                        "--default-signal=INT,TERM",
                        "/bin/sh",
                        "-c",
                        "while :; do sleep 1; done",
                        folder.toString())
                .start();
    }
}
