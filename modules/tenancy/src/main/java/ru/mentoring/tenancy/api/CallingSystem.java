package ru.mentoring.tenancy.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.mentoring.shared.api.Problems;
import ru.mentoring.shared.limits.Allowance;
import ru.mentoring.shared.limits.RateLimits;
import ru.mentoring.tenancy.CurrentScope;

/**
 * Binds the scope of a call from its token: the realm says which program calls, the region's list
 * of connections says for which organisation.
 *
 * <p>Asked on every call, so that a connection that has ended does not outlive it.
 */
@Component
@Order(0)
class CallingSystem extends OncePerRequestFilter {

    /** Request attribute with the id of the connection. */
    static final String SYSTEM = "ru.mentoring.tenancy.api.system";

    /** Five a second, as many at once as a minute has. */
    private static final Allowance CALLS =
            Allowance.ofAllReplicas("api.call", 300, Duration.ofMinutes(1));

    private final ConnectedSystems systems;
    private final RateLimits limits;
    private final Problems problems;

    CallingSystem(ConnectedSystems systems, RateLimits limits, Problems problems) {
        this.systems = systems;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Problems.isForPrograms(
                        request.getRequestURI().substring(request.getContextPath().length()))
                || token() == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = Objects.requireNonNull(token());
        var issuer = Objects.requireNonNull(token.getIssuer()).toString();
        var client = Objects.requireNonNull(token.getClaimAsString("azp"));
        var wait = limits.take(CALLS, issuer + ' ' + client);
        if (!wait.isZero()) {
            problems.write(HttpStatus.TOO_MANY_REQUESTS, wait, request, response);
            return;
        }
        var caller = systems.calling(issuer, client);
        if (caller.isEmpty()) {
            problems.write(
                    problems.named(
                            HttpStatus.FORBIDDEN,
                            "tenancy.api.problem.",
                            "system-not-connected",
                            request),
                    response);
            return;
        }
        request.setAttribute(SYSTEM, caller.get().system());
        try {
            CurrentScope.callChecked(
                    caller.get().scope(),
                    () -> {
                        chain.doFilter(request, response);
                        return Boolean.TRUE;
                    });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private static @Nullable Jwt token() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Jwt token
                ? token
                : null;
    }
}
