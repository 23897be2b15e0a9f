package ru.mentoring.shared.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers htmx when nobody is signed in any more. It would follow a redirect and put the realm's
 * login into a part of the page.
 *
 * <p>A link is followed again by the browser itself, which leads to the login and back. A part that
 * renews itself must not take the page away, on which something may just be written: a note says
 * what has happened.
 */
class SignedOut implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException nobody)
            throws IOException {
        if (request.getHeader("HX-Boosted") == null) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        var query = request.getQueryString();
        response.setHeader(
                "HX-Redirect", request.getRequestURI() + (query == null ? "" : "?" + query));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
    }
}
