package ru.mentoring.tenancy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;

/** What a program of a school or district gets and does below {@code /api/v1}. */
@ModuleTest
class ApiTests {

    @Autowired MockMvc mvc;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired ConnectedSystems systems;
    @Autowired OracleDb oracle;

    private Neighbourhood place;
    private Human director;
    private Human curator;
    private Human admin;
    private String client;

    @BeforeEach
    void settle() {
        place = new Neighbourhood(founding, assignments);
        director = place.human("Светлана Ильинична Ковалёва", place.school, Role.DIRECTOR);
        curator = place.human("Ирина Сергеевна Дубравина", place.school, Role.CURATOR);
        admin = place.human("Виктор Андреевич Сомов", place.centre, Role.REGION_ADMIN);
        client = "journal-" + UUID.randomUUID();
    }

    @Test
    void showsAProgramItsOrganisationAndThoseBelow() throws Exception {
        connect(place.district, false);

        var answer = get("/api/v1/organisations");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(ids(answer))
                .contains(place.district.value().toString(), place.school.value().toString())
                .doesNotContain(place.centre.value().toString());
    }

    @Test
    void givesAListPartByPart() throws Exception {
        connect(place.centre, false);
        var whole = ids(get("/api/v1/organisations"));

        var parts = new ArrayList<String>();
        String after = null;
        do {
            var answer =
                    get("/api/v1/organisations?limit=1" + (after == null ? "" : "&after=" + after));
            parts.addAll(ids(answer));
            after = next(answer);
        } while (after != null);

        assertThat(parts).hasSizeGreaterThan(2).containsExactlyElementsOf(whole);
    }

    @Test
    void showsNothingAbove() throws Exception {
        connect(place.school, false);

        var above = get("/api/v1/organisations/" + place.district.value());
        var nowhere = get("/api/v1/organisations/" + UUID.randomUUID());

        assertThat(above.getStatus()).isEqualTo(404).isEqualTo(nowhere.getStatus());
        assertThat(type(above)).isEqualTo("urn:mentoring:problem:404").isEqualTo(type(nowhere));
        assertThat(above.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void showsWhoHasAccess() throws Exception {
        connect(place.school, false);

        var answer = get(members());

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(body(answer), "$.items[*].name"))
                .containsExactlyInAnyOrder(
                        "Светлана Ильинична Ковалёва", "Ирина Сергеевна Дубравина");
        assertThat(entries("system.read-members")).isEqualTo(1);
    }

    @Test
    void givesARoleOnceHoweverOftenTheProgramAsks() throws Exception {
        connect(place.school, true);

        var first = give("k-1", curator, "DEPUTY");
        var again = give("k-1", curator, "DEPUTY");

        assertThat(first.getStatus()).as(body(first)).isEqualTo(201);
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Location")).isNotNull().isEqualTo(first.getHeader("Location"));
        assertThat(first.getHeader("Idempotency-Replayed")).isEqualTo("false");
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(roles(curator)).containsExactlyInAnyOrder("CURATOR", "DEPUTY");
    }

    @Test
    void givesARoleOnceToManyWhoAskAtTheSameMoment() throws Exception {
        connect(place.school, true);
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> give("k-2", curator, "DEPUTY").getStatus());
        }

        var statuses = new ArrayList<Integer>();
        try (var callers = Executors.newFixedThreadPool(8)) {
            for (var answer : callers.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).hasSize(8).containsOnly(201);
        assertThat(roles(curator)).containsExactlyInAnyOrder("CURATOR", "DEPUTY");
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() throws Exception {
        connect(place.school, true);
        give("k-3", curator, "DEPUTY");

        var other = give("k-3", curator, "PSYCHOLOGIST");

        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(type(other)).endsWith("idempotency-key-reused");
        assertThat(roles(curator)).containsExactlyInAnyOrder("CURATOR", "DEPUTY");
    }

    @Test
    void letsAProgramTryAgainUnderTheSameKeyWhatWasRefused() throws Exception {
        connect(place.school, true);
        var unknown = "nobody-" + UUID.randomUUID() + "@example.test";
        var refused = post("k-4", body(unknown, "DEPUTY"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(type(refused)).endsWith("no-such-person");
        oracle.jdbc()
                .sql("update sec.account set email = ? where id = ?")
                .params(unknown, curator.account().value())
                .update();

        var second = post("k-4", body(unknown, "DEPUTY"));

        assertThat(second.getStatus()).isEqualTo(201);
    }

    @Test
    void writesNothingWithoutAKey() throws Exception {
        connect(place.school, true);

        var answer = post(null, body(curator.email(), "DEPUTY"));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(type(answer)).endsWith("idempotency-key-missing");
        assertThat(roles(curator)).containsExactly("CURATOR");
    }

    @Test
    void takesARoleAway() throws Exception {
        connect(place.school, true);
        var id = memberOf(curator);

        var taken = call(HttpMethod.DELETE, members() + "/" + id, null, null);
        var again = call(HttpMethod.DELETE, members() + "/" + id, null, null);

        assertThat(taken.getStatus()).isEqualTo(204);
        assertThat(again.getStatus()).isEqualTo(204);
        assertThat(roles(curator)).isEmpty();
    }

    @Test
    void leavesASchoolItsLastHead() throws Exception {
        connect(place.school, true);

        var answer = call(HttpMethod.DELETE, members() + "/" + memberOf(director), null, null);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(type(answer)).endsWith("last-head");
        assertThat(roles(director)).containsExactly("DIRECTOR");
    }

    @Test
    void changesNothingForAProgramThatOnlyReads() throws Exception {
        connect(place.school, false);

        assertThat(give("k-5", curator, "DEPUTY").getStatus()).isEqualTo(403);
        assertThat(
                        call(HttpMethod.DELETE, members() + "/" + memberOf(curator), null, null)
                                .getStatus())
                .isEqualTo(403);
        assertThat(roles(curator)).containsExactly("CURATOR");
    }

    @Test
    void namesTheFieldsThatAreWrong() throws Exception {
        connect(place.school, true);

        var answer = post("k-6", "{\"email\": \"no address\", \"role\": \"DEPUTY\"}");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(JsonPath.<List<String>>read(body(answer), "$.errors[*].field"))
                .containsExactly("email");
    }

    @Test
    void refusesWhatItDoesNotRead() throws Exception {
        connect(place.school, true);

        for (var wrong :
                List.of(
                        "",
                        "[]",
                        "null",
                        "{",
                        "{\"email\": \"a@example.test\", \"role\": \"KING\"}",
                        "{\"email\": \"a@example.test\", \"role\": \"DEPUTY\", \"handle\": \"x\"}",
                        "{\"email\": \"a@example.test\", \"role\": \"DEPUTY\", \"from\": \"yesterday\"}")) {
            var answer = post("k-7", wrong);

            assertThat(answer.getStatus()).as(wrong).isEqualTo(400);
            assertThat(answer.getContentType()).startsWith("application/problem+json");
        }
        for (var address :
                List.of("?limit=0", "?limit=201", "?limit=many", "?after=behind", "?after=%00")) {
            assertThat(get("/api/v1/organisations" + address).getStatus())
                    .as(address)
                    .isEqualTo(400);
        }
    }

    @Test
    void endsWithTheConnection() throws Exception {
        connect(place.school, false);
        assertThat(get(members()).getStatus()).isEqualTo(200);
        place.as(
                admin,
                place.centre,
                () -> {
                    var own =
                            systems.all().stream()
                                    .filter(one -> one.clientId().equals(client))
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(own.lastCalledOn()).isNotNull();
                    return systems.disconnect(own.id());
                });

        var answer = get(members());

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(type(answer)).endsWith("system-not-connected");
    }

    @Test
    void connectsAProgramOnlyOnce() {
        connect(place.school, false);

        var second =
                place.as(
                        admin,
                        place.centre,
                        () ->
                                systems.connect(
                                        SignedIn.ISSUER, client, "Журнал", place.district, true));

        assertThat(second).isEqualTo(ConnectedSystems.Connecting.CONNECTED_ALREADY);
    }

    @Test
    void answersInTheLanguageThatIsAskedFor() throws Exception {
        connect(place.school, false);
        var address = "/api/v1/organisations/" + UUID.randomUUID();

        var english =
                mvc.perform(
                                MockMvcRequestBuilders.get(address)
                                        .header("Accept-Language", "en")
                                        .with(program()))
                        .andReturn()
                        .getResponse();

        assertThat(JsonPath.<String>read(body(english), "$.title")).isEqualTo("Not found");
        assertThat(JsonPath.<String>read(body(get(address)), "$.title")).isEqualTo("Не найдено");
    }

    @Test
    void answersNobodyWithAProblem() throws Exception {
        var answer =
                mvc.perform(MockMvcRequestBuilders.get("/api/v1/organisations"))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Bearer");
        assertThat(type(answer)).endsWith("401");
    }

    @Test
    void sendsAProgramAwayThatCallsTooOften() throws Exception {
        connect(place.school, false);
        MockHttpServletResponse answer = null;
        for (int i = 0; i <= 400 && (answer == null || answer.getStatus() == 200); i++) {
            answer = get("/api/v1/organisations?limit=1");
        }

        assertThat(answer).isNotNull();
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(answer.getHeader("Retry-After")))).isPositive();
        assertThat(type(answer)).endsWith("429");
    }

    @Test
    void describesItselfToThoseWhoWritePrograms() throws Exception {
        var answer =
                mvc.perform(MockMvcRequestBuilders.get("/api/v1/openapi.json"))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(JsonPath.<java.util.Map<String, Object>>read(body(answer), "$.paths").keySet())
                .containsExactlyInAnyOrder(
                        "/api/v1/organisations",
                        "/api/v1/organisations/{org}",
                        "/api/v1/organisations/{org}/members",
                        "/api/v1/organisations/{org}/members/{member}");
    }

    private void connect(OrgId org, boolean mayWrite) {
        var connecting =
                place.as(
                        admin,
                        place.centre,
                        () ->
                                systems.connect(
                                        SignedIn.ISSUER,
                                        client,
                                        "Электронный журнал",
                                        org,
                                        mayWrite));
        assertThat(connecting).isEqualTo(ConnectedSystems.Connecting.CONNECTED);
    }

    private RequestPostProcessor program() {
        return jwt().jwt(token -> token.issuer(SignedIn.ISSUER).claim("azp", client));
    }

    private String members() {
        return "/api/v1/organisations/" + place.school.value() + "/members";
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return call(HttpMethod.GET, address, null, null);
    }

    private MockHttpServletResponse give(String key, Human to, String role) throws Exception {
        return post(key, body(to.email(), role));
    }

    private MockHttpServletResponse post(String key, String body) throws Exception {
        return call(HttpMethod.POST, members(), key, body);
    }

    private MockHttpServletResponse call(HttpMethod method, String address, String key, String body)
            throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.request(method, java.net.URI.create(address))
                        .with(program());
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String body(String email, String role) {
        return "{\"email\": \"%s\", \"role\": \"%s\", \"order\": {\"number\": \"17-о\", \"date\": \"2026-09-01\"}}"
                .formatted(email, role);
    }

    private static String body(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String type(MockHttpServletResponse answer) throws Exception {
        return JsonPath.read(body(answer), "$.type");
    }

    private static List<String> ids(MockHttpServletResponse answer) throws Exception {
        return JsonPath.read(body(answer), "$.items[*].id");
    }

    private static String next(MockHttpServletResponse answer) throws Exception {
        var found = JsonPath.<List<String>>read(body(answer), "$[?(@.next)].next");
        return found.isEmpty() ? null : found.getFirst();
    }

    private UUID memberOf(Human human) {
        return oracle.jdbc()
                .sql("select id from sec.assignment where account_id = ? and revoked_at is null")
                .param(human.account().value())
                .query(UUID.class)
                .single();
    }

    private List<String> roles(Human human) {
        return oracle.jdbc()
                .sql("select role from sec.assignment where account_id = ? and revoked_at is null")
                .param(human.account().value())
                .query(String.class)
                .list();
    }

    private long entries(String action) {
        return oracle.jdbc()
                .sql(
                        "select count(*) from audit.entry where org_id = ? and action = ? and role = 'PROGRAM'")
                .params(place.school.value(), action)
                .query(Long.class)
                .single();
    }
}
