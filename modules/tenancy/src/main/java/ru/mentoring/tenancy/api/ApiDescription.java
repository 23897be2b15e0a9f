package ru.mentoring.tenancy.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Describes the API for those who write programs against it, in English, as programs are written.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** The realm at which programs sign in, as people do. */
    static final String ISSUER =
            "${mentoring.identity.issuer:http://localhost:8180/realms/mentoring}";

    private static final String SCHEME = "clientCredentials";

    @Bean
    OpenAPI openApi(@Value(ISSUER) String issuer, MessageSource messages) {
        var flow =
                new OAuthFlow()
                        .tokenUrl(issuer + "/protocol/openid-connect/token")
                        .scopes(new Scopes());
        return new OpenAPI()
                .info(
                        new Info()
                                .title(messages.getMessage("shared.product", null, Locale.ENGLISH))
                                .version("1")
                                .description(
                                        "For programs of schools and districts. Each call carries an access token of the"
                                                + " realm, which the program gets by its own name and password; the regional centre"
                                                + " connects the program with one organisation, for which and below which it works."
                                                + " What goes wrong is answered as a problem (RFC 9457), whose type tells a program"
                                                + " what to do next."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        SCHEME,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.OAUTH2)
                                                .flows(new OAuthFlows().clientCredentials(flow))))
                .addSecurityItem(new SecurityRequirement().addList(SCHEME));
    }
}
