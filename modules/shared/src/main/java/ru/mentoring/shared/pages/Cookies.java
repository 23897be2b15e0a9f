package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Cookies that remember how a reader wants the pages: a year, not for scripts, no secrets. */
final class Cookies {

    static final String VISION = "a11y";
    static final String LANGUAGE = "language";

    private static final Duration KEPT = Duration.ofDays(365);

    private Cookies() {}

    static @Nullable String read(HttpServletRequest request, String name) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Remembers the value; an empty one is forgotten. */
    static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value) {
        var cookie =
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(value.isEmpty() ? Duration.ZERO : KEPT)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
