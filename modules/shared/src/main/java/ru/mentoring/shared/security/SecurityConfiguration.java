package ru.mentoring.shared.security;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import ru.mentoring.shared.api.Problems;
import ru.mentoring.shared.pages.BarePages;

/**
 * Signs people in at the realm (authorization code with PKCE), and sets the headers of every
 * answer.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class SecurityConfiguration {

    static final String REGISTRATION = "keycloak";

    private static final String LOGIN = "/oauth2/authorization/" + REGISTRATION;

    /**
     * Health and figures for machines, on a port of their own that only the machines reach. No
     * other endpoint is switched on.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain observation(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** One door for all: pages and programs share the database's connections. */
    @Bean
    Admission admission(
            BarePages bare,
            MeterRegistry meters,
            @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        return new Admission(connections, bare, meters);
    }

    /** It stands in the chains below, not before them as well. */
    @Bean
    FilterRegistrationBean<Admission> admissionOnlyInside(Admission admission) {
        var registration = new FilterRegistrationBean<>(admission);
        registration.setEnabled(false);
        return registration;
    }

    /**
     * Programs of schools and districts: no session, no cookie, no page; a token of the realm for
     * every call, issued for this service.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 1)
    SecurityFilterChain programs(
            HttpSecurity http,
            IdentityProperties identity,
            Admission admission,
            AnswerHeaders answers,
            Problems problems)
            throws Exception {
        AuthenticationEntryPoint nobody =
                (request, response, failure) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                    problems.write(problems.of(HttpStatus.UNAUTHORIZED, request), response);
                };
        return http.securityMatcher(Problems.PREFIX + "**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        HttpMethod.GET, Problems.PREFIX + "v1/openapi.json")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterAfter(admission, HeaderWriterFilter.class)
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.decoder(new ProgramTokens(identity).decoder()))
                                .authenticationEntryPoint(nobody))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(nobody)
                                .accessDeniedHandler((request, response, failure) ->
                                        problems.write(
                                                problems.of(HttpStatus.FORBIDDEN, request),
                                                response)))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(answers))
                .build();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            IdentityProperties identity,
            AccessDeniedHandler refusals,
            UploadLimit uploads,
            RealmSessions sessions,
            AnswerHeaders answers,
            Admission admission,
            Clock clock,
            @Value("${mentoring.identity.longest-session:10h}") Duration longest)
            throws Exception {
        var authorizationRequests =
                new DefaultOAuth2AuthorizationRequestResolver(
                        registrations, "/oauth2/authorization");
        authorizationRequests.setAuthorizationRequestCustomizer(
                OAuth2AuthorizationRequestCustomizers.withPkce());
        var afterLogout = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        afterLogout.setPostLogoutRedirectUri("{baseUrl}/");
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/",
                                        "/assets/**",
                                        "/webjars/**",
                                        "/error",
                                        "/language",
                                        "/a11y",
                                        "/accessibility",
                                        "/favicon.ico",
                                        "/calendar/*",
                                        "/local/**")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterAfter(admission, HeaderWriterFilter.class)
                .addFilterAfter(new ForeignForms(), Admission.class)
                .addFilterAfter(uploads, ForeignForms.class)
                .addFilterBefore(new LongestSession(longest, clock), CsrfFilter.class)
                .requestCache(cache -> cache.requestCache(pagesToComeBackTo()))
                .oauth2Login(login ->
                        login.loginPage(LOGIN)
                                .authorizationEndpoint(endpoint ->
                                        endpoint.authorizationRequestResolver(
                                                authorizationRequests))
                                .authorizedClientRepository(new ForgottenTokens())
                                // The front page says so and offers to try again.
                                .failureUrl("/?failed"))
                .logout(logout ->
                        logout.addLogoutHandler(
                                        new HeaderWriterLogoutHandler(
                                                new ClearSiteDataHeaderWriter(
                                                        Directive.CACHE, Directive.STORAGE)))
                                .logoutSuccessHandler(afterLogout))
                .oidcLogout(logout ->
                        logout.oidcSessionRegistry(sessions)
                                .backChannel(realm -> realm.logoutHandler(sessions)))
                .exceptionHandling(handling ->
                        handling.accessDeniedHandler(refusals)
                                .defaultAuthenticationEntryPointFor(
                                        new SignedOut(),
                                        new RequestHeaderRequestMatcher("HX-Request"))
                                .defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint(LOGIN),
                                        PathPatternRequestMatcher.withDefaults().matcher("/**")))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(answers))
                .build();
    }

    /** No keyboard writes the zero byte, and the database takes it in no text. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    AnswerHeaders answerHeaders(IdentityProperties identity) {
        return new AnswerHeaders(identity);
    }

    /** What is refused before the chain of filters begins carries the headers as well. */
    @Bean
    RequestRejectedHandler rejections(AnswerHeaders answers) {
        var refusal = new HttpStatusRequestRejectedHandler();
        return (request, response, reason) -> {
            answers.writeHeaders(request, response);
            refusal.handle(request, response, reason);
        };
    }

    /** Whoever signs in goes on to the page they wanted, never to a part of one. */
    private static RequestCache pagesToComeBackTo() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request ->
                request.getMethod().equals("GET")
                        && request.getHeader("HX-Request") == null
                        && !Objects.requireNonNullElse(request.getHeader("Accept"), "")
                                .startsWith("text/event-stream"));
        return cache;
    }

    /**
     * Knows the realm's addresses instead of asking it, so that the application starts while the
     * realm does not answer.
     */
    @Bean
    ClientRegistrationRepository clientRegistrations(IdentityProperties identity) {
        var protocol = "/protocol/openid-connect";
        var registration =
                ClientRegistration.withRegistrationId(REGISTRATION)
                        .clientId(identity.clientId())
                        .clientSecret(identity.clientSecret())
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .scope("openid", "profile", "email")
                        .issuerUri(identity.issuer().toString())
                        .authorizationUri(identity.issuer() + protocol + "/auth")
                        .tokenUri(identity.internalAddress(protocol + "/token"))
                        .jwkSetUri(identity.internalAddress(protocol + "/certs"))
                        .userNameAttributeName(IdTokenClaimNames.SUB)
                        .providerConfigurationMetadata(
                                Map.of(
                                        "end_session_endpoint",
                                        identity.issuer() + protocol + "/logout"))
                        .clientName("Keycloak")
                        .build();
        return new InMemoryClientRegistrationRepository(registration);
    }
}
