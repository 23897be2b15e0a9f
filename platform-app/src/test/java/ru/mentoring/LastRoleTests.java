package ru.mentoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.MemberDesk;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoringtest.SignedIn;

/** With the last role all sessions of a person end; with one of several none does. */
@HttpTest
class LastRoleTests {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @LocalServerPort int port;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;
    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired MemberDesk desk;
    @Autowired MemberList list;

    private final RegionId region = new RegionId(Ids.next());
    private final String admin = UUID.randomUUID().toString();
    private final String methodist = UUID.randomUUID().toString();
    private OrgId centre;
    private StoredLogins logins;

    @BeforeEach
    void openARegion() {
        logins = new StoredLogins(sessions);
        centre = founding.openRegion(region, new Naming("Ц", "Центр", "Центр"), SINCE);
        enrol(admin, Role.REGION_ADMIN);
        enrol(methodist, Role.REGION_METHODIST);
    }

    private void enrol(String subject, Role role) {
        founding.enrol(
                region, centre, role, SignedIn.ISSUER, subject, subject, subject + "@x.test");
    }

    private void takeFromMethodist(Role role) {
        CurrentScope.call(
                assignments.of(SignedIn.ISSUER, admin).getFirst().scope(),
                () -> {
                    var filter =
                            new MemberList.Filter(
                                    centre, role, methodist, MemberList.State.CURRENT);
                    var id = new MembershipId(list.read(filter, 0, 1).getFirst().id());
                    return desk.takeAway(id);
                });
    }

    private String signIn(String subject, String device) {
        return logins.open(subject, Instant.now(), device).getId();
    }

    @Test
    void endsAllSessionsWithTheLastRole() {
        enrol(methodist, Role.REGION_ANALYST);
        var desktop = signIn(methodist, "desk");
        var phone = signIn(methodist, "phone");
        var other = signIn(admin, "desk");
        takeFromMethodist(Role.REGION_ANALYST);
        assertThat(isSignedIn(desktop)).isTrue();

        takeFromMethodist(Role.REGION_METHODIST);

        await().untilAsserted(() -> {
            assertThat(isSignedIn(desktop)).isFalse();
            assertThat(isSignedIn(phone)).isFalse();
        });
        assertThat(isSignedIn(other)).isTrue();
    }

    private boolean isSignedIn(String session) {
        var answer = Http.get(port, "/switch", "Cookie", StoredLogins.cookie(session));
        return !answer.headers()
                .firstValue("Location")
                .orElse("")
                .endsWith("/oauth2/authorization/keycloak");
    }
}
