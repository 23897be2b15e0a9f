package ru.mentoring.shared.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * Tells two refusals apart: somebody may not do this, or the form's token has outlived its session.
 * The second happens to everybody who writes for long, and needs other words.
 */
@Component
class StaleForms implements AccessDeniedHandler {

    private static final String MARK = StaleForms.class.getName();

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        if (refusal instanceof CsrfException) {
            request.setAttribute(MARK, true);
        }
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** Returns whether the request was refused for the age of its form. */
    static boolean isReasonFor(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
