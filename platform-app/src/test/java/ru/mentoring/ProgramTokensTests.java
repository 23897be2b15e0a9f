package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.mentoringtest.SignedIn;

/**
 * Check AUT-03: programs are let in with access tokens of the realm that were issued for this
 * service, and with nothing else that looks like one.
 */
@HttpTest
class ProgramTokensTests {

    private static final String ADDRESS = "/api/v1/organisations";
    private static final int LET_IN = 403;
    private static final int SENT_AWAY = 401;

    @LocalServerPort int port;

    /** The counter-proof: this one passes the door, behind which the list of connections stands. */
    @Test
    void letsAGenuineTokenPass() {
        var answer = ask(TestRealm.sign(token(UnaryOperator.identity())));

        assertThat(answer).isEqualTo(LET_IN);
    }

    @Test
    void sendsAwayWhatWasIssuedForAnotherServiceOrByAnotherRealm() {
        assertThat(ask(claims(token -> token.audience("web")))).isEqualTo(SENT_AWAY);
        assertThat(ask(claims(token -> token.audience((String) null)))).isEqualTo(SENT_AWAY);
        assertThat(ask(claims(token -> token.issuer("https://elsewhere.test"))))
                .isEqualTo(SENT_AWAY);
        assertThat(ask(claims(token -> token.claim("azp", null)))).isEqualTo(SENT_AWAY);
    }

    @Test
    void sendsAwayAnIdTokenAndARefreshToken() {
        assertThat(ask(claims(token -> token.claim("typ", "ID")))).isEqualTo(SENT_AWAY);
        assertThat(ask(claims(token -> token.claim("typ", "Refresh")))).isEqualTo(SENT_AWAY);
        assertThat(ask(claims(token -> token.claim("typ", null)))).isEqualTo(SENT_AWAY);
    }

    @Test
    void sendsAwayWhatIsOverOrHasNoEnd() {
        assertThat(ask(claims(token -> token.expirationTime(in(Duration.ofMinutes(-2))))))
                .isEqualTo(SENT_AWAY);
        assertThat(ask(claims(token -> token.expirationTime(null)))).isEqualTo(SENT_AWAY);
        assertThat(ask(claims(token -> token.notBeforeTime(in(Duration.ofMinutes(5))))))
                .isEqualTo(SENT_AWAY);
    }

    @Test
    void sendsAwayWhatTheRealmHasNotSigned() throws JOSEException {
        var claims = token(UnaryOperator.identity());
        var byHand =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("realm").build(), claims);
        byHand.sign(new MACSigner("the public key is known to everybody and proves nothing"));
        var genuine = TestRealm.sign(claims);

        assertThat(ask(TestRealm.sign(claims, TestRealm.STRANGE_KEY))).isEqualTo(SENT_AWAY);
        assertThat(ask(new PlainJWT(claims).serialize())).isEqualTo(SENT_AWAY);
        assertThat(ask(byHand.serialize())).isEqualTo(SENT_AWAY);
        assertThat(ask(genuine.substring(0, genuine.lastIndexOf('.') + 1))).isEqualTo(SENT_AWAY);
        assertThat(ask("nonsense")).isEqualTo(SENT_AWAY);
    }

    @Test
    void takesNoTokenFromTheAddress() {
        var genuine = TestRealm.sign(token(UnaryOperator.identity()));

        assertThat(Http.get(port, ADDRESS + "?access_token=" + genuine).statusCode())
                .isEqualTo(SENT_AWAY);
    }

    @Test
    void keepsNoSessionForAProgram() {
        var genuine = TestRealm.sign(token(UnaryOperator.identity()));

        var answer = Http.get(port, ADDRESS, "Authorization", "Bearer " + genuine);

        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void letsNoProgramSeeAPage() {
        var genuine = TestRealm.sign(token(UnaryOperator.identity()));

        var answer =
                Http.get(
                        port,
                        "/s/" + UUID.randomUUID() + "/home",
                        "Authorization",
                        "Bearer " + genuine);

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private int ask(String token) {
        return Http.get(port, ADDRESS, "Authorization", "Bearer " + token).statusCode();
    }

    private static String claims(UnaryOperator<JWTClaimsSet.Builder> how) {
        return TestRealm.sign(token(how));
    }

    private static JWTClaimsSet token(UnaryOperator<JWTClaimsSet.Builder> how) {
        return how.apply(
                        new JWTClaimsSet.Builder()
                                .issuer(SignedIn.ISSUER)
                                .audience("api")
                                .subject(UUID.randomUUID().toString())
                                .jwtID(UUID.randomUUID().toString())
                                .issueTime(in(Duration.ZERO))
                                .expirationTime(in(Duration.ofMinutes(5)))
                                .claim("typ", "Bearer")
                                .claim("azp", "journal-" + UUID.randomUUID()))
                .build();
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }
}
