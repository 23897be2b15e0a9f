package ru.mentoringlocal.start;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * Where everything of the local start lies, and on which ports it listens.
 *
 * @param directory data that later starts keep; removing it starts afresh
 */
record LocalSettings(
        Path directory,
        int postgresPort,
        int keycloakPort,
        int keycloakManagementPort,
        int mailPort,
        int port) {

    /** For people who are all invented, on a machine that nobody else reaches. */
    static final String PASSWORD = "lukomorye-2026";

    /** The realm and the application share it; neither is reachable from elsewhere. */
    static final String CLIENT_SECRET = "local-start-only-not-a-secret";

    static LocalSettings read(Environment environment) {
        return new LocalSettings(
                Path.of(environment.getProperty("mentoring.local.directory", ".local"))
                        .toAbsolutePath()
                        .normalize(),
                port(environment, "mentoring.local.postgres-port", 5433),
                port(environment, "mentoring.local.keycloak-port", 8180),
                port(environment, "mentoring.local.keycloak-management-port", 9000),
                port(environment, "mentoring.local.mail-port", 3025),
                port(environment, "server.port", 8080));
    }

    private static int port(Environment environment, String name, int otherwise) {
        return environment.getProperty(name, Integer.class, otherwise);
    }

    String issuer() {
        return "http://localhost:%d/realms/mentoring".formatted(keycloakPort);
    }

    String address() {
        return "http://localhost:" + port;
    }
}
