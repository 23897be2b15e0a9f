package ru.mentoring.shared.security;

import java.time.Duration;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Which tokens programs may call with: access tokens of the realm, signed by one of its keys,
 * issued for this service and to a client that says its name.
 *
 * <p>The same realm signs the id tokens of people and the tokens of other services; each of these
 * checks keeps one kind of them out.
 */
record ProgramTokens(IdentityProperties identity) {

    /** The realm puts this name into the tokens of clients that have its scope for this service. */
    static final String AUDIENCE = "api";

    /** Clocks of two machines differ; a token lives five minutes. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    JwtDecoder decoder() {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(
                                identity.internalAddress("/protocol/openid-connect/certs"))
                        .jwsAlgorithms(algorithms -> {
                            algorithms.add(SignatureAlgorithm.RS256);
                            algorithms.add(SignatureAlgorithm.PS256);
                        })
                        .restOperations(calls())
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        List.of(
                                new JwtTimestampValidator(SKEW),
                                new JwtIssuerValidator(identity.issuer().toString()),
                                new JwtAudienceValidator(AUDIENCE),
                                new JwtClaimValidator<Object>(
                                        JwtClaimNames.EXP, expiry -> expiry != null),
                                new JwtClaimValidator<Object>("typ", "Bearer"::equals),
                                new JwtClaimValidator<Object>(
                                        "azp",
                                        client ->
                                                client instanceof String name
                                                        && !name.isBlank()))));
        return decoder;
    }

    private static RestTemplate calls() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT);
        requests.setReadTimeout(READ);
        return new RestTemplate(requests);
    }
}
