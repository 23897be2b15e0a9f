package ru.mentoringlocal.start;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real Keycloak as a process of its own: built once for PostgreSQL, then started with the realm
 * and the accounts.
 */
final class LocalKeycloak implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalKeycloak.class);

    private static final int PATIENCE_SECONDS = 180;

    private final LocalSettings settings;
    private final Process process;
    private final Path log;

    private LocalKeycloak(LocalSettings settings, Process process, Path log) {
        this.settings = settings;
        this.process = process;
        this.log = log;
    }

    static LocalKeycloak start(LocalSettings settings, String databaseUrl, String realm) {
        var folder = settings.directory().resolve("keycloak");
        var pidFile = folder.resolve("keycloak.pid");
        Processes.endLeftover(pidFile, "keycloak");
        Processes.insistFree(settings.keycloakPort(), "mentoring.local.keycloak-port");
        Processes.insistFree(
                settings.keycloakManagementPort(), "mentoring.local.keycloak-management-port");
        var home = home(folder);
        try {
            var imports = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(imports.resolve("mentoring-realm.json"), realm);
            build(folder, home);
            var log = folder.resolve("keycloak.log");
            var process =
                    command(
                                    home,
                                    List.of(
                                            "start",
                                            "--optimized",
                                            "--import-realm",
                                            "--cache=local",
                                            "--http-enabled=true",
                                            "--http-host=127.0.0.1",
                                            "--http-port=" + settings.keycloakPort(),
                                            "--http-management-port="
                                                    + settings.keycloakManagementPort(),
                                            "--hostname=http://localhost:"
                                                    + settings.keycloakPort(),
                                            "--db-url=" + databaseUrl,
                                            "--db-username=keycloak",
                                            "--db-password=" + LocalSettings.PASSWORD))
                            .redirectOutput(log.toFile())
                            .start();
            Files.writeString(pidFile, String.valueOf(process.pid()));
            return new LocalKeycloak(settings, process, log);
        } catch (IOException e) {
            throw new CannotStart(
                    "Keycloak could not be started in %s. Is the folder writable, is there room on the disk? %s"
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    private static Path home(Path folder) {
        try (Stream<Path> entries = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("bin/kc.sh")))
                    .max(Path::compareTo)
                    .orElseThrow(() ->
                            new CannotStart(
                                    "Keycloak is not in %s. The build fetches it: run ./mvnw spring-boot:run with a connection to Maven Central once."
                                            .formatted(folder)));
        } catch (IOException e) {
            throw new CannotStart("%s cannot be read: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** Fits Keycloak to PostgreSQL, once for each version. */
    private static void build(Path folder, Path home) throws IOException {
        var marker = folder.resolve("built-" + home.getFileName());
        if (Files.exists(marker)) {
            return;
        }
        LOG.info("Building Keycloak once, which takes up to a minute");
        var log = folder.resolve("keycloak-build.log");
        var process =
                command(
                                home,
                                List.of(
                                        "build",
                                        "--db=postgres",
                                        "--health-enabled=true",
                                        "--metrics-enabled=true"))
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new CannotStart("Keycloak could not be built; %s says why.".formatted(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted", e);
        }
        Files.createFile(marker);
    }

    private static ProcessBuilder command(Path home, List<String> arguments) {
        var command = new ArrayList<>(List.of("/bin/sh", home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        var environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "keycloak-admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", LocalSettings.PASSWORD);
        return builder;
    }

    /** Waits until people can sign in. */
    void awaitReady() {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var health =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:%d/health/ready"
                                                .formatted(settings.keycloakManagementPort())))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            if (!process.isAlive()) {
                throw new CannotStart(
                        "Keycloak has stopped by itself; %s says why.".formatted(log));
            }
            try {
                if (client.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                process.waitFor(1, TimeUnit.SECONDS);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotStart("The start was interrupted", e);
            }
        }
        throw new CannotStart(
                "Keycloak did not answer within %d seconds; %s says why."
                        .formatted(PATIENCE_SECONDS, log));
    }

    private void pause() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Processes.end(process.toHandle());
    }
}
