package ru.mentoring.tenancy.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.mentoring.shared.api.Problems;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.isolation.FormKeys;

/**
 * Lets each form of an organisation's pages act once: its key goes into the first writing
 * transaction of the request.
 *
 * <p>A form without a key is refused: it did not come from one of our pages. Programs bring keys of
 * their own.
 */
@Component
@Order(10)
class OneTimeForms extends OncePerRequestFilter {

    /** Name of the hidden field, and of the request attribute with the parsed key. */
    static final String FIELD = "_once";

    private final FormKeys keys;

    OneTimeForms(FormKeys keys) {
        this.keys = keys;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !CurrentScope.isBound()
                || Problems.isForPrograms(
                        request.getRequestURI().substring(request.getContextPath().length()));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = parse(request.getParameter(FIELD));
        if (key.isEmpty()) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        request.setAttribute(FIELD, key.get());
        try {
            keys.with(
                    key.get(),
                    () -> {
                        chain.doFilter(request, response);
                        return Boolean.TRUE;
                    });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
        var location = response.getHeader("Location");
        if (location != null && response.getStatus() / 100 == 3) {
            keys.ledTo(key.get(), location);
        }
    }

    private static Optional<UUID> parse(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAKey) {
            return Optional.empty();
        }
    }
}
