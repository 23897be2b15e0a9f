package ru.mentoring.shared.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import ru.mentoring.shared.logins.OpenLogins;

/**
 * Ends sessions here when the realm says that somebody has been signed out there, or when somebody
 * has no place to work any more.
 *
 * <p>A session lies in the database with the id token of its login, so nothing has to be registered
 * beside it, and whichever replica hears of the end ends it for all.
 */
@Component
class RealmSessions implements OidcSessionRegistry, LogoutHandler, OpenLogins {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    RealmSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /**
     * Ends the session of the realm that the token names, or all sessions of its person if it names
     * none.
     */
    private void end(OidcLogoutToken token) {
        var subject = token.getSubject();
        if (subject == null) {
            // Allowed by the standard, but our realm always names the person.
            return;
        }
        end(
                subject,
                user ->
                        token.getIssuer().equals(user.getIssuer())
                                && (token.getSessionId() == null
                                        || token.getSessionId()
                                                .equals(user.getClaimAsString("sid"))));
    }

    @Override
    public void end(String issuer, String subject) {
        end(
                subject,
                user -> user.getIssuer() != null && issuer.equals(user.getIssuer().toString()));
    }

    private void end(String subject, Predicate<OidcUser> meant) {
        sessions.findByPrincipalName(subject).values().stream()
                .filter(session -> user(session).filter(meant).isPresent())
                .map(Session::getId)
                .toList()
                .forEach(sessions::deleteById);
    }

    private static Optional<OidcUser> user(Session session) {
        SecurityContext context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof OidcUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication ended) {
        if (ended != null && ended.getPrincipal() instanceof OidcLogoutToken token) {
            end(token);
        }
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation information) {}

    @Override
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
        end(token);
        return List.of();
    }
}
