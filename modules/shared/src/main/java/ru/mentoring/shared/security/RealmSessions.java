package ru.mentoring.shared.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/**
 * Ends sessions here when the realm says that somebody has been signed out there.
 *
 * <p>A session lies in the database with the id token of its login, so nothing has to be registered
 * beside it, and whichever replica hears of the end ends it for all.
 */
@Component
class RealmSessions implements OidcSessionRegistry, LogoutHandler {

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
        sessions.findByPrincipalName(subject).values().stream()
                .filter(session -> belongs(session, token))
                .map(Session::getId)
                .toList()
                .forEach(sessions::deleteById);
    }

    private static boolean belongs(Session session, OidcLogoutToken token) {
        SecurityContext context =
                session.getAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        if (context == null
                || context.getAuthentication() == null
                || !(context.getAuthentication().getPrincipal() instanceof OidcUser user)) {
            return false;
        }
        return token.getIssuer().equals(user.getIssuer())
                && (token.getSessionId() == null
                        || token.getSessionId().equals(user.getClaimAsString("sid")));
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
