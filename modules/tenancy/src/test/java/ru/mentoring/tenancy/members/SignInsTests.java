package ru.mentoring.tenancy.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class SignInsTests {

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired MemberList list;
    @Autowired ApplicationEventPublisher publisher;
    @Autowired Clock clock;

    @Test
    void tellWhoHasBeenHereAndWhoHasNot() {
        var place = new Neighbourhood(founding, assignments);
        var director = place.human("Светлана Ильинична Ковалёва", place.school, Role.DIRECTOR);
        var curator = place.human("Ирина Сергеевна Дубравина", place.school, Role.CURATOR);

        signIn(director);
        signIn(director);

        assertThat(lastSeen(place, director, director)).isEqualTo(LocalDate.now(clock));
        assertThat(lastSeen(place, director, curator)).isNull();
    }

    private void signIn(Human human) {
        var now = Instant.now();
        var token =
                OidcIdToken.withTokenValue("token")
                        .issuer(SignedIn.ISSUER)
                        .subject(human.subject())
                        .issuedAt(now)
                        .expiresAt(now.plusSeconds(300))
                        .build();
        publisher.publishEvent(
                new InteractiveAuthenticationSuccessEvent(
                        new OAuth2AuthenticationToken(
                                new DefaultOidcUser(List.of(), token), List.of(), "keycloak"),
                        SignInsTests.class));
    }

    private @Nullable LocalDate lastSeen(Neighbourhood place, Human reader, Human human) {
        return place
                .as(reader, place.school, () -> list.read(MemberList.Filter.CURRENT, 0, 50))
                .stream()
                .filter(line -> line.account().equals(human.account().value()))
                .findFirst()
                .orElseThrow()
                .lastSeen();
    }
}
