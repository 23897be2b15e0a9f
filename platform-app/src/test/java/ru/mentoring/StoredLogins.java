package ru.mentoring;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import ru.mentoringtest.SignedIn;

/** Puts sessions into the store as a login leaves them, for tests that come by the network. */
public final class StoredLogins {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    public StoredLogins(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Signs somebody in and returns the header that browsers send from then on. */
    public String cookieOf(String subject) {
        return cookie(open(subject, Instant.now(), UUID.randomUUID().toString()).getId());
    }

    /** Opens a session of somebody who signed in at this moment. */
    public Session open(String subject, Instant since, String realmSession) {
        return open(sessions, subject, since, realmSession);
    }

    private static <S extends Session> S open(
            FindByIndexNameSessionRepository<S> sessions,
            String subject,
            Instant since,
            String realmSession) {
        var user =
                new DefaultOidcUser(
                        AuthorityUtils.createAuthorityList("OIDC_USER"),
                        new OidcIdToken(
                                "id-token",
                                since,
                                since.plusSeconds(300),
                                Map.of(
                                        "iss",
                                        SignedIn.ISSUER,
                                        "sub",
                                        subject,
                                        "sid",
                                        realmSession,
                                        "iat",
                                        since)));
        var session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(
                        new OAuth2AuthenticationToken(user, user.getAuthorities(), "keycloak")));
        sessions.save(session);
        return session;
    }

    /** The cookie of a session. */
    public static String cookie(String session) {
        return "__Host-SESSION="
                + Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
    }
}
