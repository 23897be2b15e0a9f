package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import ru.mentoringtest.SignedIn;

/** Whoever is signed out at the realm is signed out here as well, on every replica. */
@HttpTest
class RealmLogoutTests {

    private static final String ADDRESS = "/logout/connect/back-channel/keycloak";

    @LocalServerPort int port;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;

    private StoredLogins logins;

    private final String subject = UUID.randomUUID().toString();

    @BeforeEach
    void prepare() {
        logins = new StoredLogins(sessions);
    }

    @Test
    void endsTheSessionThatTheRealmNames() {
        var ended = signIn(subject, "desk");
        var other = signIn(subject, "phone");
        var stranger = signIn(UUID.randomUUID().toString(), "desk");
        assertThat(isSignedIn(ended)).isTrue();

        assertThat(tell(token -> token.claim("sid", "desk"))).isEqualTo(200);

        assertThat(isSignedIn(ended)).isFalse();
        assertThat(isSignedIn(other)).isTrue();
        assertThat(isSignedIn(stranger)).isTrue();
    }

    @Test
    void endsAllSessionsOfAPersonWhenTheRealmNamesNone() {
        var desk = signIn(subject, "desk");
        var phone = signIn(subject, "phone");
        var stranger = signIn(UUID.randomUUID().toString(), "desk");

        assertThat(tell(token -> token)).isEqualTo(200);

        assertThat(List.of(desk, phone)).noneMatch(this::isSignedIn);
        assertThat(isSignedIn(stranger)).isTrue();
    }

    @Test
    void believesOnlyTheRealm() {
        var session = signIn(subject, "desk");

        assertThat(tell(UnaryOperator.identity(), TestRealm.STRANGE_KEY)).isEqualTo(400);
        assertThat(tell(token -> token.issuer("https://elsewhere.test"))).isEqualTo(400);
        assertThat(tell(token -> token.audience("another-client"))).isEqualTo(400);
        assertThat(tell(token -> token.claim("events", Map.of()))).isEqualTo(400);
        assertThat(tell(token -> token.claim("nonce", "an id token"))).isEqualTo(400);
        assertThat(Http.post(port, ADDRESS, "logout_token=nonsense").statusCode()).isEqualTo(400);

        assertThat(isSignedIn(session)).isTrue();
    }

    private int tell(UnaryOperator<JWTClaimsSet.Builder> how) {
        return Http.post(port, ADDRESS, "logout_token=" + TestRealm.sign(token(how))).statusCode();
    }

    private int tell(UnaryOperator<JWTClaimsSet.Builder> how, RSAKey key) {
        return Http.post(port, ADDRESS, "logout_token=" + TestRealm.sign(token(how), key))
                .statusCode();
    }

    private JWTClaimsSet token(UnaryOperator<JWTClaimsSet.Builder> how) {
        var now = Instant.now();
        return how.apply(
                        new JWTClaimsSet.Builder()
                                .issuer(SignedIn.ISSUER)
                                .audience("web")
                                .subject(subject)
                                .jwtID(UUID.randomUUID().toString())
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plusSeconds(60)))
                                .claim(
                                        "events",
                                        Map.of(
                                                "http://schemas.openid.net/event/backchannel-logout",
                                                Map.of())))
                .build();
    }

    private String signIn(String who, String realmSession) {
        return logins.open(who, Instant.now(), realmSession).getId();
    }

    private boolean isSignedIn(String session) {
        var answer = Http.get(port, "/switch", "Cookie", StoredLogins.cookie(session));
        return !answer.headers()
                .firstValue("Location")
                .orElse("")
                .endsWith("/oauth2/authorization/keycloak");
    }
}
