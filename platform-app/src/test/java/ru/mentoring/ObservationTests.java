package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What machines may read about the running application, and where. */
@HttpTest
class ObservationTests {

    private static final Path DEPLOY = Path.of("../deploy");

    /** Series that Prometheus makes itself for whatever it asks. */
    private static final Set<String> BY_PROMETHEUS = Set.of("up");

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*(?![a-z0-9_]*\\s*\\()");

    @LocalServerPort int port;
    @LocalManagementPort int managementPort;

    @Test
    void tellsProbesThatItLivesAndIsReadyAndNothingMore() {
        assertThat(Http.get(managementPort, "/actuator/health/liveness").body())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(Http.get(managementPort, "/actuator/health/readiness").body())
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void showsFiguresToPrometheus() {
        var figures = Http.get(managementPort, "/actuator/prometheus");

        assertThat(figures.statusCode()).isEqualTo(200);
        assertThat(figures.body())
                .contains("jvm_memory_used_bytes")
                .contains("mentoring_events_dead");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/configprops",
                "/actuator/heapdump",
                "/actuator/threaddump",
                "/actuator/beans",
                "/actuator/loggers",
                "/actuator/mappings",
                "/actuator/metrics",
                "/actuator/scheduledtasks",
                "/actuator/sessions",
                "/actuator/shutdown",
                "/actuator/modulith",
                "/actuator/flyway"
            })
    void keepsEverythingElseToItself(String endpoint) {
        assertThat(Http.get(managementPort, endpoint).statusCode()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/prometheus"})
    void saysNothingOfItOnThePortOfThePages(String endpoint) {
        var answer = Http.get(port, endpoint);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/oauth2/authorization/keycloak");
    }

    @Test
    void hasEveryFigureThatAnAlertOrADashboardAsksFor() throws IOException {
        Http.get(port, "/");
        var figures = new TreeSet<String>();
        Http.get(managementPort, "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> figures.add(line.split("[{ ]")[0]));

        var asked = asked();

        assertThat(asked).contains("up", "http_server_requests_seconds_count");
        assertThat(asked).allMatch(name -> figures.contains(name) || BY_PROMETHEUS.contains(name));
    }

    @Test
    void findsTheFiguresOfAnExpression() {
        assertThat(
                        names(
                                "(sum by (instance) (rate(seen_total{area=\"heap\"}[5m])) or vector(0)) / max_bytes > 0.9"))
                .containsExactlyInAnyOrder("seen_total", "max_bytes");
    }

    /** Names of figures in all expressions; labels and functions are no figures. */
    private static Set<String> asked() throws IOException {
        var expressions = new TreeSet<String>();
        Files.readString(DEPLOY.resolve("prometheus/alerts.yml"))
                .lines()
                .filter(line -> line.strip().startsWith("expr:"))
                .forEach(line -> expressions.add(line.strip().substring("expr:".length())));
        for (var panel :
                JsonMapper.shared()
                        .readTree(
                                Files.readString(
                                        DEPLOY.resolve("grafana/dashboards/mentoring.json")))
                        .get("panels")) {
            panel.get("targets").forEach(target -> expressions.add(target.get("expr").asString()));
        }
        var names = new TreeSet<String>();
        expressions.forEach(expression -> names.addAll(names(expression)));
        return names;
    }

    private static Set<String> names(String expression) {
        var bare =
                expression
                        .replaceAll("\\{[^}]*}", " ")
                        .replaceAll("\\[[^\\]]*]", " ")
                        .replaceAll("\\bby\\s*\\([^)]*\\)", " ")
                        .replaceAll("\\b(or|and|unless|on|ignoring)\\b", " ");
        var names = new TreeSet<String>();
        WORD.matcher(bare).results().forEach(found -> names.add(found.group()));
        return names;
    }
}
