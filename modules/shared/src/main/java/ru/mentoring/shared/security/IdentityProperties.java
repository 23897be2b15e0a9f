package ru.mentoring.shared.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in.
 *
 * @param issuer the realm's address as browsers see it
 * @param internal the same realm as this server reaches it, if that differs
 * @param clientId our name at the realm
 * @param clientSecret our password at the realm
 */
@ConfigurationProperties("mentoring.identity")
public record IdentityProperties(
        @DefaultValue("http://localhost:8180/realms/mentoring") URI issuer,
        @Nullable URI internal,
        @DefaultValue("web") String clientId,
        @DefaultValue("") String clientSecret) {

    /** Without the password, which would otherwise stand in whatever shows the settings. */
    @Override
    public String toString() {
        return "IdentityProperties[issuer=%s, internal=%s, clientId=%s]"
                .formatted(issuer, internal, clientId);
    }

    /** An address of the realm for calls from this server. */
    String internalAddress(String path) {
        return (internal == null ? issuer : internal) + path;
    }

    /** The origin of the realm: forms may lead there when somebody signs in or out. */
    String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
