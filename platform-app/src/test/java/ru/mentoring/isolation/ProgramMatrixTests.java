package ru.mentoring.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.PlatformTest;
import ru.mentoring.isolation.Endpoints.Endpoint;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.regions.Regions.Org;

/**
 * Check ISO-01 for programs: every call of the API, for a program of a school, of a district and of
 * a region, that only reads or may write too, about organisations that are none of theirs. The list
 * of calls is the application's own.
 */
@PlatformTest
class ProgramMatrixTests {

    @Autowired MockMvc mvc;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void answersForeignOrganisationsAsIfTheyDidNotExist() throws Exception {
        var region = regions.fresh();
        var district = region.district();
        var school = district.school();
        var other = region.district();
        var beyond = regions.fresh();
        var foreign =
                Map.of(
                        school,
                                List.<Org>of(
                                        district.school(),
                                        district,
                                        other.school(),
                                        region,
                                        beyond),
                        district, List.<Org>of(other, other.school(), region, beyond),
                        region, List.<Org>of(beyond, beyond.district().school()));
        for (var place : foreign.entrySet()) {
            for (boolean mayWrite : List.of(true, false)) {
                var program = connect(region, place.getKey(), mayWrite);
                for (var call : calls()) {
                    for (var org : place.getValue()) {
                        org.subject(org.roles().iterator().next());
                        assertNotThere(call, program, org, mayWrite);
                    }
                }
            }
        }
    }

    /** The check is able to fail: the own organisation does answer. */
    @Test
    void answersTheOwnOrganisation() throws Exception {
        var region = regions.fresh();
        var school = region.district().school();
        school.subject(Role.CURATOR);
        var program = connect(region, school, false);

        for (var call : calls()) {
            if (call.method().name().equals("GET")) {
                var answer = ask(call, program, school, member(school));
                assertThat(answer.getStatus()).as("%s", call).isEqualTo(HttpStatus.OK.value());
                assertThat(answer.getContentAsString())
                        .contains(school.id().value().toString().substring(0, 8));
            }
        }
    }

    private void assertNotThere(
            Endpoint call, RequestPostProcessor program, Org org, boolean mayWrite)
            throws Exception {
        var before = memberships(org);
        var answer = ask(call, program, org, member(org));
        var nowhere = ask(call, program, null, UUID.randomUUID().toString());

        assertThat(answer.getStatus()).as("%s", call).isEqualTo(nowhere.getStatus());
        assertThat(answer.getContentAsString())
                .as("%s", call)
                .isEqualTo(nowhere.getContentAsString())
                .doesNotContain(name(org));
        if (call.pattern().contains("{org}")) {
            var refused =
                    mayWrite || call.method().name().equals("GET")
                            ? HttpStatus.NOT_FOUND
                            : HttpStatus.FORBIDDEN;
            assertThat(answer.getStatus()).as("%s", call).isEqualTo(refused.value());
        } else {
            assertThat(answer.getStatus()).as("%s", call).isEqualTo(HttpStatus.OK.value());
        }
        assertThat(memberships(org)).as("%s", call).isEqualTo(before);
    }

    private List<Endpoint> calls() {
        var calls = Endpoints.of(mapping).stream().filter(Endpoint::isForPrograms).toList();
        assertThat(calls).isNotEmpty();
        System.getLogger("ISO-01")
                .log(System.Logger.Level.INFO, "{0} calls of the API", calls.size());
        return calls;
    }

    private RequestPostProcessor connect(Org region, Org org, boolean mayWrite) throws Exception {
        var client = "program-" + UUID.randomUUID();
        var request =
                MockMvcRequestBuilders.post(region.path("/systems"))
                        .with(region.signedIn(Role.REGION_ADMIN))
                        .with(SignedIn.form())
                        .param("name", "Электронный журнал")
                        .param("client", client)
                        .param("kind", kind(org))
                        .param("code", code(org))
                        .param("mayWrite", String.valueOf(mayWrite));
        assertThat(mvc.perform(request).andReturn().getResponse().getStatus())
                .isEqualTo(HttpStatus.FOUND.value());
        return jwt().jwt(token -> token.issuer(SignedIn.ISSUER).claim("azp", client));
    }

    private MockHttpServletResponse ask(
            Endpoint call, RequestPostProcessor program, Org org, String member) throws Exception {
        var place = org == null ? UUID.randomUUID().toString() : org.id().value().toString();
        var values =
                call.variables().stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name, name -> member, (one, other) -> one));
        var request =
                MockMvcRequestBuilders.request(
                                HttpMethod.valueOf(call.method().name()),
                                call.address(place, values))
                        .with(program)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\": \"somebody@example.test\", \"role\": \"CURATOR\"}");
        return mvc.perform(request).andReturn().getResponse();
    }

    private String member(Org org) {
        return oracle.jdbc()
                .sql("select id from sec.assignment where org_id = ? and kind = 'PERSON' limit 1")
                .param(org.id().value())
                .query(UUID.class)
                .single()
                .toString();
    }

    private String memberships(Org org) {
        return text(
                "select count(*) || ' ' || count(revoked_at) from sec.assignment where org_id = ? and kind = 'PERSON'",
                org);
    }

    private String name(Org org) {
        return text("select name from sec.org where id = ?", org);
    }

    private String code(Org org) {
        return text("select code from sec.org where id = ?", org);
    }

    private String kind(Org org) {
        return text("select kind from sec.org where id = ?", org);
    }

    private String text(String sql, Org org) {
        return oracle.jdbc().sql(sql).param(org.id().value()).query(String.class).single();
    }
}
