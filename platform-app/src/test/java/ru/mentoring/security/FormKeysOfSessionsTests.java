package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import ru.mentoring.Http;
import ru.mentoring.HttpTest;
import ru.mentoring.StoredLogins;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

/**
 * The store of sessions writes in nearly every request, and what it writes is not what a form does:
 * a form that has changed nothing may be sent again.
 */
@HttpTest
class FormKeysOfSessionsTests {

    private static final Pattern HIDDEN =
            Pattern.compile("name=\"(_csrf|_once)\" value=\"([^\"]+)\"");

    private static final Map<String, String> PERSON =
            Map.of(
                    "side", "MENTEE",
                    "version", "0",
                    "surname", "Росинкина",
                    "givenName", "Аня",
                    "category", "PUPIL",
                    "className", "8А",
                    "representative", "мать Росинкина Ирина",
                    "request", "станки");

    @LocalServerPort int port;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;

    private Regions.Org school;
    private String cookie;
    private Map<String, String> form;

    @BeforeEach
    void openThePage() {
        school = regions.fresh().district().school();
        cookie = new StoredLogins(sessions).cookieOf(school.subject(Role.CURATOR));
        var page = Http.get(port, school.path("/find"), "Cookie", cookie);
        assertThat(page.statusCode()).isEqualTo(200);
        form =
                HIDDEN.matcher(page.body())
                        .results()
                        .collect(
                                Collectors.toMap(
                                        hidden -> hidden.group(1),
                                        hidden -> hidden.group(2),
                                        (first, other) -> first));
        assertThat(form).containsKeys("_csrf", "_once");
    }

    @Test
    void letOneSearchAgainAndAgainOnOnePage() {
        var name = name();

        for (var typed : new String[] {name.substring(0, 3), name.substring(0, 4), name}) {
            var part = send("/find/quick", Map.of(), "q", typed);
            assertThat(part.statusCode()).as(typed).isEqualTo(200);
            assertThat(part.body()).as(typed).contains(name);
        }
        var page = send("/find", Map.of(), "q", name);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(name, "</html>");
        assertThat(used()).isZero();
    }

    /** A form that was rejected has changed nothing; one that was carried out is not again. */
    @Test
    void letAFormActOnceAndNotLess() {
        var rejected = send("/people", PERSON, "born", "31.02.2012");
        assertThat(rejected.statusCode()).isEqualTo(422);
        assertThat(used()).isZero();

        var accepted = send("/people", PERSON, "born", "14.02.2012");
        var repeated = send("/people", PERSON, "born", "14.03.2013");

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(302);
        assertThat(repeated.headers().firstValue("Location"))
                .isEqualTo(accepted.headers().firstValue("Location"));
        assertThat(used()).isOne();
        assertThat(
                        oracle.count(
                                "select count(*) from participants.person where org_id = ?",
                                school.id().value()))
                .isOne();
    }

    private HttpResponse<String> send(
            String page, Map<String, String> fields, String field, String value) {
        var all = new HashMap<>(fields);
        all.putAll(form);
        all.put(field, value);
        var body =
                all.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return Http.ask(port, "POST", school.path(page), body, "Cookie", cookie);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private long used() {
        return oracle.count(
                "select count(*) from infra.form_key where key = ?",
                UUID.fromString(form.get("_once")));
    }

    private String name() {
        return oracle.jdbc()
                .sql("select name from sec.org where id = ?")
                .param(school.id().value())
                .query(String.class)
                .single();
    }
}
