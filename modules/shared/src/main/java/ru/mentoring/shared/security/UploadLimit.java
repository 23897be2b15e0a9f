package ru.mentoring.shared.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses an upload that is too large before anything reads it.
 *
 * <p>Later the container would leave out all fields of the form, the form's token among them, and
 * the person would be told that they may not do this instead of that the file is too large. It runs
 * within the security chain, before the chain looks for the token, so that its answer carries the
 * headers of all answers.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class UploadLimit extends OncePerRequestFilter {

    private final long limit;

    UploadLimit(MultipartProperties properties) {
        this.limit = properties.getMaxRequestSize().toBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
