package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import ru.mentoring.Http;
import ru.mentoring.HttpTest;
import ru.mentoring.StoredLogins;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.regions.Regions;

/** Check WEB-05: what somebody meets whose session has ended while a page was open. */
@HttpTest
class SignedOutTests {

    private static final String GONE = "__Host-SESSION=Z29uZQ==";
    private static final String LONG_TEXT = "Добавили выступление на родительском собрании";

    @LocalServerPort int port;
    @Autowired Regions regions;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    void leadsALinkToTheLoginAndToThePageItMeant() {
        var answer = ask("/switch?from=here", "HX-Request", "true", "HX-Boosted", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).hasValue("/switch?from=here");
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void leavesThePageOnWhichAPartWantedToRenewItself() {
        var answer = ask("/switch", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#notice");
        assertThat(answer.headers().firstValue("HX-Refresh")).isEmpty();
        assertThat(answer.headers().firstValue("HX-Redirect")).isEmpty();
        assertThat(answer.body()).contains("Вы вышли из системы").doesNotContain("<html");
    }

    @Test
    void sendsABrowserToTheLogin() {
        var answer = ask("/switch");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/oauth2/authorization/keycloak");
    }

    @Test
    void givesBackTheTextOfAForm() {
        var answer =
                Http.ask(
                        port,
                        "POST",
                        "/s/" + UUID.randomUUID() + "/people",
                        "request="
                                + java.net.URLEncoder.encode(
                                        LONG_TEXT, java.nio.charset.StandardCharsets.UTF_8),
                        "Cookie",
                        GONE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<html", "вход закрылся", LONG_TEXT);
    }

    @Test
    void leavesTheTextOfAFormWhereItIsWhenHtmxSendsIt() {
        var answer =
                Http.ask(
                        port,
                        "POST",
                        "/s/" + UUID.randomUUID() + "/people",
                        "request=text",
                        "Cookie",
                        GONE,
                        "HX-Request",
                        "true",
                        "HX-Boosted",
                        "true");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#notice");
        assertThat(answer.body()).doesNotContain("<html");
    }

    /** The check is able to fail: somebody who is signed in gets the page in all these ways. */
    @Test
    void showsThePageToSomebodyWhoIsSignedIn() {
        var curator = regions.fresh().district().school().subject(Role.CURATOR);
        var cookie = new StoredLogins(sessions).cookieOf(curator);

        assertThat(Http.get(port, "/switch", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(
                        Http.get(
                                        port,
                                        "/switch",
                                        "Cookie",
                                        cookie,
                                        "HX-Request",
                                        "true",
                                        "HX-Boosted",
                                        "true")
                                .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> ask(String path, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of(headers));
        all.addAll(java.util.List.of("Cookie", GONE));
        return Http.get(port, path, all.toArray(String[]::new));
    }
}
