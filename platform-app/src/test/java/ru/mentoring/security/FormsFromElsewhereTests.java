package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.PlatformTest;
import ru.mentoring.isolation.Endpoints;
import ru.mentoring.isolation.Endpoints.Endpoint;
import ru.mentoring.tenancy.Level;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.regions.Regions.Org;

/**
 * Check WEB-01: whatever changes something takes it from our own pages only. Every command that the
 * application lists is sent without the form's token, with a wrong one, and with the right one from
 * a page of another site, by the browser and by htmx.
 */
@PlatformTest
class FormsFromElsewhereTests {

    /** Programs of schools come with a token in each request and without cookies. */
    private static final String PROGRAMS = "/api/";

    private static final RequestPostProcessor PLAIN = request -> request;

    private static final RequestPostProcessor BY_HTMX =
            request -> {
                request.addHeader("HX-Request", "true");
                return request;
            };

    private static final RequestPostProcessor FROM_ANOTHER_SITE =
            request -> {
                request.addHeader("Sec-Fetch-Site", "cross-site");
                return csrf().postProcessRequest(request);
            };

    @Autowired MockMvc mvc;
    @Autowired Regions regions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void changeNothing() throws Exception {
        var region = regions.fresh();
        var district = region.district();
        var places =
                Map.of(
                        Level.SCHOOL, district.school(),
                        Level.DISTRICT, district,
                        Level.REGION, region);
        var ways = new LinkedHashMap<String, RequestPostProcessor>();
        ways.put("without a token", PLAIN);
        ways.put("with a wrong token", csrf().useInvalidToken());
        ways.put("from another site", FROM_ANOTHER_SITE);
        var accepted = new ArrayList<String>();

        var commands = commands();
        for (var command : commands) {
            var place = places.get(command.level().orElse(Level.SCHOOL));
            for (var way : ways.entrySet()) {
                for (var manner : List.of(PLAIN, BY_HTMX)) {
                    int status = send(command, place, way.getValue(), manner);
                    if (status != 403) {
                        accepted.add("%s %s: %d".formatted(command, way.getKey(), status));
                    }
                }
            }
        }

        assertThat(accepted).isEmpty();
        assertThat(commands).hasSizeGreaterThan(35);
        System.getLogger("WEB-01")
                .log(System.Logger.Level.INFO, "{0} commands, each in six ways", commands.size());
    }

    /** The check is able to fail: our own form and an old browser's are taken. */
    @Test
    void areNotTakenForOurOwn() throws Exception {
        var school = regions.fresh().district().school();
        var language =
                commands().stream()
                        .filter(command -> command.pattern().equals("/language"))
                        .findFirst()
                        .orElseThrow();

        assertThat(send(language, school, csrf(), PLAIN)).isNotEqualTo(403);
        assertThat(send(language, school, csrf(), BY_HTMX)).isNotEqualTo(403);
        assertThat(
                        send(
                                language,
                                school,
                                csrf(),
                                request -> {
                                    request.addHeader("Sec-Fetch-Site", "same-origin");
                                    return request;
                                }))
                .isNotEqualTo(403);
    }

    @Test
    void mayNotSignAnybodyOut() throws Exception {
        for (var way : List.of(PLAIN, csrf().useInvalidToken(), FROM_ANOTHER_SITE)) {
            var answer =
                    mvc.perform(
                                    MockMvcRequestBuilders.post("/logout")
                                            .with(SignedIn.as(UUID.randomUUID().toString()))
                                            .with(way))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).isEqualTo(403);
        }
    }

    private List<Endpoint> commands() {
        return Endpoints.of(mapping).stream()
                .filter(endpoint -> endpoint.method() != RequestMethod.GET)
                .filter(endpoint -> !endpoint.pattern().startsWith(PROGRAMS))
                .toList();
    }

    private int send(
            Endpoint command, Org place, RequestPostProcessor way, RequestPostProcessor manner)
            throws Exception {
        var address =
                command.address(
                        place.id().value().toString(),
                        command.variables().stream()
                                .collect(
                                        Collectors.toMap(
                                                name -> name,
                                                name -> UUID.randomUUID().toString())));
        var request =
                MockMvcRequestBuilders.request(HttpMethod.valueOf(command.method().name()), address)
                        .param("_once", UUID.randomUUID().toString())
                        .with(SignedIn.as(place.subject(place.roles().iterator().next())))
                        .with(way)
                        .with(manner);
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }
}
