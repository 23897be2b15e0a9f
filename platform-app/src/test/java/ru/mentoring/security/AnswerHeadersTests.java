package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.Http;
import ru.mentoring.HttpTest;
import ru.mentoring.StoredLogins;
import ru.mentoring.isolation.Endpoints;
import ru.mentoring.isolation.Endpoints.Endpoint;
import ru.mentoring.tenancy.Level;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.regions.Regions.Org;

/**
 * Check WEB-02: every answer carries the headers of one table, whoever gives it. Asked are all
 * handlers that the application lists, for somebody who may, somebody who may not and nobody, as a
 * page and as a part of one, all static files, and what no handler answers.
 */
@HttpTest
class AnswerHeadersTests {

    private static final Map<String, Pattern> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put(
                "Content-Security-Policy",
                Pattern.compile(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                                + "connect-src 'self'; form-action 'self' http://localhost:8180; base-uri 'none'; frame-ancestors 'none'"));
        TABLE.put(
                "Strict-Transport-Security",
                Pattern.compile("max-age=31536000 ; includeSubDomains"));
        TABLE.put("X-Content-Type-Options", Pattern.compile("nosniff"));
        TABLE.put("X-Frame-Options", Pattern.compile("DENY"));
        TABLE.put("Referrer-Policy", Pattern.compile("no-referrer"));
        TABLE.put("Cross-Origin-Opener-Policy", Pattern.compile("same-origin"));
        TABLE.put("Cross-Origin-Resource-Policy", Pattern.compile("same-origin"));
        TABLE.put("Permissions-Policy", Pattern.compile("camera=\\(\\), .*"));
    }

    /** What only the inside of the server, its version or its code would tell. */
    private static final List<String> NEVER =
            List.of("Server", "X-Powered-By", "X-Application-Context");

    private static final Pattern KEPT_NOWHERE = Pattern.compile(".*no-store.*");
    private static final Pattern KEPT_FOR_GOOD =
            Pattern.compile("max-age=31536000, public, immutable");

    @LocalServerPort int port;
    @Autowired Regions regions;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private final List<String> findings = new ArrayList<>();
    private int asked;

    @Test
    void standOnEveryAnswerOfEveryHandler() {
        var region = regions.fresh();
        var district = region.district();
        var places =
                Map.of(
                        Level.SCHOOL,
                        district.school(),
                        Level.DISTRICT,
                        district,
                        Level.REGION,
                        region);
        var nobody = "nothing=here";
        var logins = new StoredLogins(sessions);
        var stranger = logins.cookieOf(UUID.randomUUID().toString());
        var inside =
                places.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        place -> logins.cookieOf(somebodyAt(place.getValue()))));

        for (var endpoint : Endpoints.of(mapping)) {
            var level = endpoint.level().orElse(Level.SCHOOL);
            var address = address(endpoint, places.get(level));
            for (var cookie : List.of(inside.get(level), stranger, nobody)) {
                ask(endpoint, address, cookie);
                ask(endpoint, address, cookie, "HX-Request", "true");
            }
        }

        assertThat(findings).isEmpty();
        assertThat(asked).isGreaterThan(6 * 70);
        System.getLogger("WEB-02").log(System.Logger.Level.INFO, "{0} answers looked at", asked);
    }

    @Test
    void standOnEveryStaticFile() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:/static/assets/*.*");

        for (var file : files) {
            look(
                    "/assets/" + file.getFilename(),
                    Http.get(port, "/assets/" + file.getFilename(), secure()),
                    KEPT_FOR_GOOD);
        }
        look(
                "bootstrap",
                Http.get(port, "/assets/bootstrap-reboot.min.css", secure()),
                KEPT_FOR_GOOD);

        assertThat(files).hasSizeGreaterThan(4);
        assertThat(findings).isEmpty();
    }

    @Test
    void standOnWhatNoHandlerAnswers() {
        var person = new StoredLogins(sessions).cookieOf(UUID.randomUUID().toString());
        for (var address :
                List.of(
                        "/nowhere",
                        "/s/" + UUID.randomUUID() + "/home",
                        "/assets/no-such-file.css",
                        "/switch;jsessionid=1",
                        "/switch//twice",
                        "/switch/%2e%2e/secret",
                        "/error",
                        "/switch?name=%00",
                        "/login/oauth2/code/keycloak?error=access_denied&state=unknown",
                        "/oauth2/authorization/keycloak",
                        "/oauth2/authorization/unknown",
                        "/logout")) {
            look(address, Http.get(port, address, secure("Cookie", person)), KEPT_NOWHERE);
        }
        for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND")) {
            look(
                    method,
                    Http.ask(port, method, "/switch", "", secure("Cookie", person)),
                    KEPT_NOWHERE);
        }

        assertThat(findings).isEmpty();
    }

    /** The server itself refuses this one; no filter of ours ever sees it. */
    @Test
    void areNotNeededWhereNothingIsTold() {
        var answer = Http.get(port, "/%2e%2e/secret", secure());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "exception", "ru.mentoring");
    }

    /** The check is able to fail: an answer without the headers is a finding each. */
    @Test
    void areMissedWhereTheyAreNot() {
        look("bare", bare(), KEPT_NOWHERE);

        assertThat(findings).hasSize(TABLE.size() + 1 + 1);
    }

    private static HttpHeaders bare() {
        return HttpHeaders.of(Map.of("Server", List.of("Apache")), (name, value) -> true);
    }

    private static String somebodyAt(Org org) {
        return org.subject(org.roles().iterator().next());
    }

    private static String address(Endpoint endpoint, Org org) {
        return endpoint.address(
                org.id().value().toString(),
                endpoint.variables().stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name, name -> UUID.randomUUID().toString())));
    }

    private void ask(Endpoint endpoint, String address, String cookie, String... more) {
        var headers = new ArrayList<>(List.of(secure(more)));
        headers.addAll(List.of("Cookie", cookie));
        var all = headers.toArray(String[]::new);
        var answer =
                endpoint.method() == RequestMethod.GET
                        ? Http.get(port, address, all)
                        : Http.ask(port, endpoint.method().name(), address, "", all);
        look(endpoint + " " + answer.statusCode(), answer, KEPT_NOWHERE);
    }

    private static String[] secure(String... more) {
        var headers = new ArrayList<>(List.of("X-Forwarded-Proto", "https"));
        headers.addAll(List.of(more));
        return headers.toArray(String[]::new);
    }

    private void look(String what, HttpResponse<?> answer, Pattern kept) {
        asked++;
        look(what + " (" + answer.statusCode() + ")", answer.headers(), kept);
    }

    private void look(String what, HttpHeaders headers, Pattern kept) {
        TABLE.forEach((name, value) -> expect(what, headers, name, value));
        expect(what, headers, "Cache-Control", kept);
        NEVER.stream()
                .filter(name -> headers.firstValue(name).isPresent())
                .forEach(name -> findings.add(what + " tells " + name));
    }

    private void expect(String what, HttpHeaders headers, String name, Pattern value) {
        var found = headers.allValues(name);
        if (found.size() != 1 || !value.matcher(found.getFirst()).matches()) {
            findings.add("%s has %s: %s".formatted(what, name, found));
        }
    }
}
