package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody whom the realm sends back without a login is told so and can try again. */
@PlatformTest
class FailedSignInTests {

    @Autowired MockMvcTester mvc;

    @Test
    void leadsBackToTheFrontPageThatSaysWhatHappened() {
        var answer =
                mvc.get()
                        .uri("/login/oauth2/code/keycloak?error=access_denied&state=unknown")
                        .exchange();

        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/?failed");
        assertThat(mvc.get().uri("/").param("failed", "").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Войти не получилось", "/oauth2/authorization/keycloak");
    }
}
