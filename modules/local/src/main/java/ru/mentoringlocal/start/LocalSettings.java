package ru.mentoringlocal.start;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * Where everything of the local start lies, and on which ports it listens.
 *
 * @param directory data that later starts keep; removing it starts afresh
 * @param publicPort where people come in: the application's own port unless a proxy stands before
 *     it
 */
record LocalSettings(
        Path directory,
        int postgresPort,
        int keycloakPort,
        int keycloakManagementPort,
        int mailPort,
        int port,
        int managementPort,
        int publicPort) {

    static final String DIRECTORY = "mentoring.local.directory";

    /** For people who are all invented, on a machine that nobody else reaches. */
    static final String PASSWORD = "lukomorye-2026";

    /** The realm and the application share it; neither is reachable from elsewhere. */
    static final String CLIENT_SECRET = "local-start-only-not-a-secret";

    static LocalSettings read(Environment environment) {
        return new LocalSettings(
                Path.of(environment.getProperty(DIRECTORY, ".local")).toAbsolutePath().normalize(),
                port(environment, "mentoring.local.postgres-port", 5433),
                port(environment, "mentoring.local.keycloak-port", 8180),
                port(environment, "mentoring.local.keycloak-management-port", 9000),
                port(environment, "mentoring.local.mail-port", 3025),
                port(environment, "server.port", 8080),
                port(environment, "management.server.port", 8081),
                port(
                        environment,
                        "mentoring.local.public-port",
                        port(environment, "server.port", 8080)));
    }

    private static int port(Environment environment, String name, int otherwise) {
        return environment.getProperty(name, Integer.class, otherwise);
    }

    /** Returns every port that is needed, by the setting that changes it. */
    Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("server.port", port);
        ports.put("management.server.port", managementPort);
        ports.put("mentoring.local.postgres-port", postgresPort);
        ports.put("mentoring.local.keycloak-port", keycloakPort);
        ports.put("mentoring.local.keycloak-management-port", keycloakManagementPort);
        ports.put("mentoring.local.mail-port", mailPort);
        return ports;
    }

    String issuer() {
        return "http://localhost:%d/realms/mentoring".formatted(keycloakPort);
    }

    String address() {
        return "http://localhost:" + publicPort;
    }
}
