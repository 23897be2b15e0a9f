package ru.mentoringlocal.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real Keycloak as a process of its own: built once for PostgreSQL, then started with the realm
 * and the accounts.
 */
final class LocalKeycloak implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalKeycloak.class);

    private static final int PATIENCE_SECONDS = 180;
    private static final int BETWEEN_LINES_SECONDS = 10;

    /** Where the build unpacks it, seen from the root of the project. */
    private static final Path UNPACKED = Path.of(".local", "keycloak").toAbsolutePath();

    private final LocalSettings settings;
    private final Path folder;
    private @Nullable Process process;
    private boolean closed;

    LocalKeycloak(LocalSettings settings) {
        this.settings = settings;
        this.folder = folder(settings.directory());
    }

    static Path folder(Path directory) {
        return directory.resolve("keycloak");
    }

    static Path pidFile(Path directory) {
        return folder(directory).resolve("keycloak.pid");
    }

    /** Builds Keycloak if that has not been done yet, and starts it; does not wait for it. */
    void start(String databaseUrl, String realm) {
        try {
            var home = home();
            var imports = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(imports.resolve("mentoring-realm.json"), realm);
            build(home);
            run(
                    home,
                    folder.resolve("keycloak.log"),
                    List.of(
                            "start",
                            "--optimized",
                            "--import-realm",
                            "--cache=local",
                            "--http-enabled=true",
                            "--http-host=127.0.0.1",
                            "--http-port=" + settings.keycloakPort(),
                            "--http-management-port=" + settings.keycloakManagementPort(),
                            "--hostname=http://localhost:" + settings.keycloakPort(),
                            "--db-url=" + databaseUrl,
                            "--db-username=keycloak",
                            "--db-password=" + LocalSettings.PASSWORD));
        } catch (IOException e) {
            throw new CannotStart(
                    "Keycloak could not be started in %s. Is the folder writable, is there room on the disk? (%s)"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    /** Returns Keycloak's own folder; another folder of data gets a copy of what was unpacked. */
    private Path home() throws IOException {
        var here = unpacked(folder);
        if (here.isPresent()) {
            return here.get();
        }
        var original =
                unpacked(UNPACKED)
                        .orElseThrow(() ->
                                new CannotStart(
                                        "Keycloak is not in %s. The build fetches it: run ./mvnw spring-boot:run from the project's root with a connection to Maven Central once."
                                                .formatted(UNPACKED)));
        var copy = folder.resolve(original.getFileName());
        DiskFull.copy(original, copy);
        return copy;
    }

    private static Optional<Path> unpacked(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("bin/kc.sh")))
                    .max(Path::compareTo);
        }
    }

    /** Fits Keycloak to PostgreSQL, once for each version. */
    private void build(Path home) throws IOException {
        var marker = folder.resolve("built-" + home.getFileName());
        if (Files.exists(marker)) {
            return;
        }
        LOG.info("Keycloak is built for PostgreSQL, once; that takes up to a minute");
        var log = folder.resolve("keycloak-build.log");
        var build =
                run(
                        home,
                        log,
                        List.of(
                                "build",
                                "--db=postgres",
                                "--health-enabled=true",
                                "--metrics-enabled=true"));
        if (!ends(build) || build.exitValue() != 0) {
            throw new CannotStart(
                    "Keycloak could not be built; %s says why. Is there room on the disk?"
                            .formatted(log));
        }
        Files.createFile(marker);
    }

    private boolean ends(Process build) {
        try {
            for (int seconds = BETWEEN_LINES_SECONDS;
                    seconds <= PATIENCE_SECONDS;
                    seconds += BETWEEN_LINES_SECONDS) {
                if (build.waitFor(BETWEEN_LINES_SECONDS, TimeUnit.SECONDS)) {
                    return true;
                }
                LOG.info("Keycloak is being built: {} s", seconds);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Process run(Path home, Path log, List<String> arguments)
            throws IOException {
        if (closed) {
            throw new CannotStart("The start was stopped");
        }
        // In a session of its own, so that it can be ended with all its processes, and that Ctrl-C
        // reaches the application first.
        var command =
                new ArrayList<>(List.of("setsid", "/bin/sh", home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        // A few people on one machine: to be there soon counts more than to be fast for hours.
        environment.put(
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "keycloak-admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", LocalSettings.PASSWORD);
        process = builder.start();
        Files.writeString(pidFile(settings.directory()), String.valueOf(process.pid()));
        return process;
    }

    /** Waits until people can sign in. */
    void awaitReady() {
        var log = folder.resolve("keycloak.log");
        for (int second = 1; second <= PATIENCE_SECONDS; second++) {
            var running = running();
            if (!running.isAlive()) {
                throw new CannotStart(
                        "Keycloak has stopped by itself; %s says why.".formatted(log));
            }
            if (answers()) {
                return;
            }
            try {
                running.waitFor(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("The start was interrupted", e);
            }
            if (second % BETWEEN_LINES_SECONDS == 0) {
                LOG.info("Waiting for Keycloak: {} s", second);
            }
        }
        throw new CannotStart(
                "Keycloak did not answer within %d seconds; %s says why."
                        .formatted(PATIENCE_SECONDS, log));
    }

    private synchronized Process running() {
        if (process == null) {
            throw new IllegalStateException("Keycloak was not started");
        }
        return process;
    }

    private boolean answers() {
        try (var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            var health =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:%d/health/ready"
                                                    .formatted(settings.keycloakManagementPort())))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends it at whatever point it is, also while it is built. */
    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            Processes.end(process.toHandle());
        }
        try {
            Files.deleteIfExists(pidFile(settings.directory()));
        } catch (IOException e) {
            throw new CannotStart("The note of Keycloak's process could not be removed", e);
        }
    }
}
