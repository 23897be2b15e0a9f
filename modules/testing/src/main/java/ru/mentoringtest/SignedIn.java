package ru.mentoringtest;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;

import java.util.UUID;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People who have signed in, with the claims of the real realm's id token. */
public final class SignedIn {

    /** Who vouches for people in tests. */
    public static final String ISSUER = "http://localhost:8180/realms/mentoring";

    private SignedIn() {}

    /** Signs a request with a login of the realm. */
    public static RequestPostProcessor as(String subject) {
        return oidcLogin().idToken(token -> token.issuer(ISSUER).subject(subject));
    }

    /** Completes a form the way a page does: with the CSRF token and a key that works once. */
    public static RequestPostProcessor form() {
        return form(UUID.randomUUID());
    }

    /** Completes a form with a known key, to send the same form twice. */
    public static RequestPostProcessor form(UUID key) {
        return request -> {
            request.addParameter("_once", key.toString());
            return csrf().postProcessRequest(request);
        };
    }
}
