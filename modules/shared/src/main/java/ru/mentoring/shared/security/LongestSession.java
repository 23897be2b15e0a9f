package ru.mentoring.shared.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session some hours after its person signed in, however busy they are: who went away from a
 * screen that a page keeps awake is signed out in the end.
 */
class LongestSession extends OncePerRequestFilter {

    private final Duration longest;
    private final Clock clock;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    LongestSession(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    /** Static files ask no session, and should not begin to. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/assets/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null && !clock.instant().isBefore(signedIn(session).plus(longest))) {
            logout.logout(request, response, null);
        }
        chain.doFilter(request, response);
    }

    /** A session may be older than the login: it begins with the first form that a visitor sees. */
    private static Instant signedIn(HttpSession session) {
        var began = Instant.ofEpochMilli(session.getCreationTime());
        return session.getAttribute(
                                        HttpSessionSecurityContextRepository
                                                .SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext context
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof OidcUser user
                        && user.getIssuedAt() != null
                        && user.getIssuedAt().isAfter(began)
                ? user.getIssuedAt()
                : began;
    }
}
