package ru.mentoring.tenancy.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ru.mentoring.tenancy.members.Neighbourhood.SINCE;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Appointment;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Forbidden;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Giving;
import ru.mentoring.tenancy.Giving.Reason;
import ru.mentoring.tenancy.Ground;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.NoSuchMembership;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.RoleGiven;
import ru.mentoring.tenancy.RoleTaken;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.domain.PermissionTable;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

@ModuleTest
@RecordApplicationEvents
class MemberDeskTests {

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired MemberDesk desk;
    @Autowired MemberList list;
    @Autowired PermissionTable permissions;
    @Autowired SystemScopes scopes;
    @Autowired OracleDb oracle;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactionManager;
    @Autowired ApplicationEvents events;
    @Autowired Clock clock;

    private Neighbourhood place;
    private Human director;
    private Human deputy;
    private Human curator;
    private Human officer;
    private Human admin;
    private LocalDate today;

    @BeforeEach
    void settle() {
        place = new Neighbourhood(founding, assignments);
        director = place.human("Светлана Ильинична Ковалёва", place.school, Role.DIRECTOR);
        deputy = place.human("Олег Петрович Лисицын", place.school, Role.DEPUTY);
        curator = place.human("Ирина Сергеевна Дубравина", place.school, Role.CURATOR);
        officer = place.human("Марина Олеговна Ельцова", place.district, Role.DISTRICT_OFFICER);
        admin = place.human("Виктор Андреевич Сомов", place.centre, Role.REGION_ADMIN);
        today = LocalDate.now(clock);
    }

    private Giving give(Human giver, OrgId from, Human to, OrgId org, Role role) {
        return place.as(giver, from, () -> desk.give(appointment(to, org, role, today, null)));
    }

    private static Appointment appointment(
            Human to, OrgId org, Role role, LocalDate from, LocalDate until) {
        return new Appointment(
                to.account(), org, role, from, until, new Ground("12-к", SINCE), null);
    }

    private MembershipId membership(Human of, OrgId org, Role role) {
        return new MembershipId(
                oracle.jdbc()
                        .sql(
                                "select id from sec.assignment where account_id = ? and org_id = ? and role = ? and revoked_at is null")
                        .params(of.account().value(), org.value(), role.name())
                        .query(java.util.UUID.class)
                        .single());
    }

    private Leaving take(Human taker, OrgId from, MembershipId membership) {
        return place.as(taker, from, () -> desk.takeAway(membership));
    }

    private static MembershipId given(Giving giving) {
        assertThat(giving).isInstanceOf(Giving.Given.class);
        return ((Giving.Given) giving).membership();
    }

    private static void refused(Giving giving, Reason reason) {
        assertThat(giving).isEqualTo(new Giving.Refused(reason));
    }

    @Test
    void givesARoleWithItsGroundAndTellsWhoGaveIt() {
        var id = given(give(director, place.school, curator, place.school, Role.CENTRE_CONTACT));

        var row = place.as(director, place.school, () -> list.one(id));
        assertThat(row.name()).isEqualTo(curator.name());
        assertThat(row.role()).isEqualTo(Role.CENTRE_CONTACT);
        assertThat(row.from()).isEqualTo(today);
        assertThat(row.until()).isNull();
        assertThat(row.orderNumber()).isEqualTo("12-к");
        assertThat(row.orderDate()).isEqualTo(SINCE);
        assertThat(row.givenBy()).isEqualTo(director.name());
        assertThat(place.scope(curator, place.school).roles())
                .containsExactlyInAnyOrder(Role.CURATOR, Role.CENTRE_CONTACT);
        assertThat(events.stream(RoleGiven.class).map(RoleGiven::membership)).contains(id);
        assertThat(oracle.count("select count(*) from audit.entry where object_id = ?", id.value()))
                .isEqualTo(1);
    }

    @Test
    void givesARoleForATermOnly() {
        given(
                place.as(
                        director,
                        place.school,
                        () ->
                                desk.give(
                                        appointment(
                                                curator,
                                                place.school,
                                                Role.SITE_EDITOR,
                                                today.minusDays(9),
                                                today))));
        assertThat(place.scope(curator, place.school).roles()).contains(Role.SITE_EDITOR);

        oracle.jdbc()
                .sql(
                        "update sec.assignment set valid = tstzrange(lower(valid), now()) where account_id = ? and role = 'SITE_EDITOR'")
                .param(curator.account().value())
                .update();
        assertThat(place.scope(curator, place.school).roles()).doesNotContain(Role.SITE_EDITOR);

        given(give(director, place.school, curator, place.school, Role.SITE_EDITOR));
        assertThat(place.scope(curator, place.school).roles()).contains(Role.SITE_EDITOR);
    }

    @Test
    void letsARoleBeginOnADayToCome() {
        given(
                place.as(
                        director,
                        place.school,
                        () ->
                                desk.give(
                                        appointment(
                                                curator,
                                                place.school,
                                                Role.SITE_EDITOR,
                                                today.plusDays(1),
                                                null))));

        assertThat(place.scope(curator, place.school).roles()).doesNotContain(Role.SITE_EDITOR);
        assertThat(
                        place.as(
                                director,
                                place.school,
                                () -> list.read(MemberList.Filter.CURRENT, 0, 50)))
                .filteredOn(row -> row.role() == Role.SITE_EDITOR)
                .singleElement()
                .matches(row -> row.begins(today));
    }

    @Test
    void refusesWhatCannotBeGiven() {
        refused(
                give(director, place.school, curator, place.school, Role.CURATOR),
                Reason.HAS_IT_ALREADY);
        refused(
                give(director, place.school, curator, place.school, Role.DISTRICT_OFFICER),
                Reason.NOT_A_ROLE_THERE);
        refused(
                give(director, place.school, curator, place.school, Role.DIRECTOR),
                Reason.GIVEN_FROM_ABOVE);
        refused(
                place.as(
                        director,
                        place.school,
                        () ->
                                desk.give(
                                        appointment(
                                                curator,
                                                place.school,
                                                Role.SITE_EDITOR,
                                                today,
                                                today.minusDays(1)))),
                Reason.TERM_IS_OVER);
    }

    @Test
    void letsNobodyGiveAccessElsewhere() {
        for (var foreign : List.of(place.sibling, place.farSchool, place.district, place.centre)) {
            var role = foreign.equals(place.district) ? Role.DISTRICT_HEAD : Role.CURATOR;
            var wanted = foreign.equals(place.centre) ? Role.REGION_ADMIN : role;
            assertThatExceptionOfType(NoSuchOrg.class)
                    .as("%s", foreign)
                    .isThrownBy(() -> give(director, place.school, curator, foreign, wanted));
        }
        assertThatExceptionOfType(NoSuchOrg.class)
                .isThrownBy(() ->
                        give(officer, place.district, curator, place.farSchool, Role.CURATOR));
        var abroad = new Neighbourhood(founding, assignments);
        assertThatExceptionOfType(NoSuchOrg.class)
                .isThrownBy(() -> give(admin, place.centre, curator, abroad.school, Role.CURATOR));
    }

    @Test
    void reachesEverythingBelow() {
        given(give(officer, place.district, curator, place.sibling, Role.DIRECTOR));
        given(give(admin, place.centre, curator, place.farSchool, Role.CURATOR));
        given(give(admin, place.centre, curator, place.otherDistrict, Role.DISTRICT_OFFICER));

        assertThat(place.works(curator, place.sibling)).isTrue();
        assertThat(place.works(curator, place.farSchool)).isTrue();
        assertThat(place.works(curator, place.otherDistrict)).isTrue();
    }

    @Test
    void knowsNobodyOfAnotherRegion() {
        var abroad = new Neighbourhood(founding, assignments);
        var stranger = abroad.human("Пётр Чужой", abroad.school, Role.CURATOR);

        refused(
                give(director, place.school, stranger, place.school, Role.CURATOR),
                Reason.NO_SUCH_PERSON);
        assertThat(place.as(director, place.school, () -> list.known(stranger.email()))).isEmpty();
        assertThat(
                        place.as(
                                director,
                                place.school,
                                () ->
                                        list.known(
                                                officer.email()
                                                        .toUpperCase(java.util.Locale.ROOT))))
                .get()
                .extracting(MemberList.Known::account)
                .isEqualTo(officer.account());
    }

    @Test
    void asksForThePermission() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(
                        () -> give(curator, place.school, curator, place.school, Role.SITE_EDITOR));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        take(curator, place.school, membership(deputy, place.school, Role.DEPUTY)));
    }

    /** The wall of the database alone: no code of ours asks for the permission here. */
    @Test
    void isRefusedByTheDatabaseAsWell() {
        var deputyship = membership(deputy, place.school, Role.DEPUTY);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        place.as(
                                curator,
                                place.school,
                                () ->
                                        inTransaction(
                                                "select verdict from sec.take_role(?)",
                                                deputyship)))
                .withStackTraceContaining("kept by others");
        assertThat(
                        place.as(
                                place.human("Директор", place.sibling, Role.DIRECTOR),
                                place.sibling,
                                () ->
                                        inTransaction(
                                                "select verdict from sec.take_role(?)",
                                                deputyship)))
                .isEqualTo("NO_SUCH_MEMBERSHIP");
        assertThat(place.works(deputy, place.school)).isTrue();
        assertThat(permissions.all().get("member.manage"))
                .as("the roles that sec.keeps_members() knows")
                .containsExactlyInAnyOrder(
                        Role.DIRECTOR,
                        Role.DISTRICT_HEAD,
                        Role.DISTRICT_OFFICER,
                        Role.REGION_ADMIN);
    }

    private String inTransaction(String sql, MembershipId id) {
        return new TransactionTemplate(transactionManager)
                .execute(status -> jdbc.sql(sql).param(id.value()).query(String.class).single());
    }

    @Test
    void takesARoleAwayAtOnce() {
        var scope = place.scope(curator, place.school);
        var id = membership(curator, place.school, Role.CURATOR);

        assertThat(take(director, place.school, id)).isEqualTo(new Leaving.Taken(true));

        assertThat(place.works(curator, place.school)).isFalse();
        assertThat(CurrentScope.call(scope, () -> list.overseers()))
                .as("what a browser that is still open gets")
                .isEmpty();
        assertThat(events.stream(RoleTaken.class))
                .anySatisfy(event -> {
                    assertThat(event.membership()).isEqualTo(id);
                    assertThat(event.orphaned()).isTrue();
                });
        var row = place.as(director, place.school, () -> list.one(id));
        assertThat(row.endedAt()).isNotNull();
        assertThat(row.endedBy()).isEqualTo(director.name());
        assertThat(take(director, place.school, id)).isEqualTo(new Leaving.OverAlready());
    }

    @Test
    void saysWhetherSomebodyElseGoesOn() {
        var second = place.human("Анна Вторая", place.school, Role.CURATOR);

        assertThat(take(director, place.school, membership(second, place.school, Role.CURATOR)))
                .isEqualTo(new Leaving.Taken(false));
    }

    @Test
    void findsNoMembershipElsewhere() {
        var above = membership(officer, place.district, Role.DISTRICT_OFFICER);
        var far =
                membership(
                        place.human("Дальний", place.farSchool, Role.CURATOR),
                        place.farSchool,
                        Role.CURATOR);
        var abroad = new Neighbourhood(founding, assignments);
        var foreign =
                membership(
                        abroad.human("Чужой", abroad.school, Role.CURATOR),
                        abroad.school,
                        Role.CURATOR);

        for (var id : List.of(above, far, foreign, new MembershipId(Ids.next()))) {
            assertThatExceptionOfType(NoSuchMembership.class)
                    .isThrownBy(() -> take(director, place.school, id));
            assertThatExceptionOfType(NoSuchMembership.class)
                    .isThrownBy(() -> place.as(director, place.school, () -> list.one(id)));
        }
        assertThatExceptionOfType(NoSuchMembership.class)
                .isThrownBy(() -> take(officer, place.district, far));
        assertThat(place.works(officer, place.district)).isTrue();
    }

    @Test
    void leavesTheLastHeadToThoseAbove() {
        var id = membership(director, place.school, Role.DIRECTOR);

        assertThat(take(director, place.school, id)).isEqualTo(new Leaving.LastHead());
        assertThat(place.works(director, place.school)).isTrue();
        assertThat(take(officer, place.district, id)).isEqualTo(new Leaving.Taken(true));
        assertThat(place.works(director, place.school)).isFalse();

        assertThat(take(admin, place.centre, membership(admin, place.centre, Role.REGION_ADMIN)))
                .isEqualTo(new Leaving.LastHead());
        var second = place.human("Второй", place.centre, Role.REGION_ADMIN);
        assertThat(take(second, place.centre, membership(admin, place.centre, Role.REGION_ADMIN)))
                .isEqualTo(new Leaving.Taken(false));
    }

    private Giving delegate(Human to, Set<String> what) {
        return place.as(
                director,
                place.school,
                () ->
                        desk.delegate(
                                to.account(),
                                what,
                                today,
                                today.plusDays(30),
                                new Ground("7", today)));
    }

    @Test
    void handsAPartOfTheRightsOverForATerm() {
        var id = given(delegate(deputy, Set.of("member.manage")));

        var scope = place.scope(deputy, place.school);
        assertThat(scope.may("member.manage")).isTrue();
        assertThat(scope.may("member.confirm")).isFalse();
        assertThat(scope.onBehalfOf("member.manage")).contains(director.account());
        assertThat(scope.onBehalfOf("member.view")).isEmpty();
        assertThat(scope.standsInFor()).containsExactly(director.account());
        var row = place.as(director, place.school, () -> list.one(id));
        assertThat(row.nature()).isEqualTo(Nature.DELEGATED);
        assertThat(row.onBehalfOf()).isEqualTo(director.name());
        assertThat(row.until()).isEqualTo(today.plusDays(30));
        assertThat(row.permissions()).containsExactly("member.manage");

        given(give(deputy, place.school, curator, place.school, Role.SITE_EDITOR));
        oracle.jdbc()
                .sql(
                        "update sec.assignment set valid = tstzrange(lower(valid), now()) where id = ?")
                .param(id.value())
                .update();
        assertThat(place.scope(deputy, place.school).may("member.manage")).isFalse();
    }

    @Test
    void handsOverOnlyWhatIsTheOwn() {
        refused(delegate(deputy, Set.of()), Reason.NOTHING_TO_DELEGATE);
        refused(delegate(deputy, Set.of("member.delegate")), Reason.NOTHING_TO_DELEGATE);
        refused(delegate(deputy, Set.of("organisation.confirm")), Reason.NOTHING_TO_DELEGATE);
        refused(delegate(director, Set.of("member.manage")), Reason.NOBODY_TO_STAND_FOR);
        given(delegate(deputy, Set.of("member.manage")));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() ->
                        place.as(
                                deputy,
                                place.school,
                                () ->
                                        desk.delegate(
                                                curator.account(),
                                                Set.of("member.manage"),
                                                today,
                                                today.plusDays(1),
                                                new Ground("8", today))));
    }

    @Test
    void endsWhatWasHandedOverWithItsGiver() {
        given(delegate(deputy, Set.of("member.manage")));

        take(officer, place.district, membership(director, place.school, Role.DIRECTOR));

        assertThat(place.scope(deputy, place.school).may("member.manage")).isFalse();
        assertThat(place.works(deputy, place.school)).isTrue();
    }

    @Test
    void letsASubstituteDoAllDutiesForATerm() {
        var away =
                place.as(
                        director,
                        place.school,
                        () -> list.one(membership(curator, place.school, Role.CURATOR)));
        var teacher = place.human("Роман Учитель", place.school, Role.CLASS_TEACHER);

        var id =
                given(
                        place.as(
                                director,
                                place.school,
                                () ->
                                        desk.substitute(
                                                away,
                                                teacher.account(),
                                                today,
                                                today.plusDays(14),
                                                null)));

        var scope = place.scope(teacher, place.school);
        assertThat(scope.roles()).contains(Role.CURATOR);
        assertThat(scope.onBehalfOf("member.view")).contains(curator.account());
        take(director, place.school, membership(curator, place.school, Role.CURATOR));
        assertThat(place.scope(teacher, place.school).roles())
                .as("the substitute goes on when the other one has left")
                .contains(Role.CURATOR);
        assertThat(take(director, place.school, id)).isEqualTo(new Leaving.Taken(true));
    }

    @Test
    void admitsPeopleOnlyAsTheSystem() {
        var school = scopes.of(place.region, place.school);
        var subject = Ids.next().toString();
        var issuer = "https://login.test/realms/mentoring";

        var account =
                CurrentScope.call(
                        school, () -> desk.admit(issuer, subject, "Новый Человек", "n@x.test"));
        var giving =
                CurrentScope.call(
                        school,
                        () ->
                                desk.give(
                                        new Appointment(
                                                account,
                                                place.school,
                                                Role.CURATOR,
                                                today,
                                                null,
                                                null,
                                                director.account())));

        var row = place.as(director, place.school, () -> list.one(given(giving)));
        assertThat(row.givenBy()).isEqualTo(director.name());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        place.as(
                                director,
                                place.school,
                                () -> desk.admit(issuer, subject, "Другое имя", "x@x.test")))
                .withStackTraceContaining("only the system");
        assertThat(new AccountId(account.value())).isEqualTo(account);
    }

    @Test
    void listsWhoHasAccessAtEachLevel() {
        place.human("Дальний", place.farSchool, Role.CURATOR);

        assertThat(names(director, place.school))
                .containsExactlyInAnyOrder(director.name(), deputy.name(), curator.name());
        assertThat(names(officer, place.district))
                .containsExactlyInAnyOrder(
                        officer.name(), director.name(), deputy.name(), curator.name());
        assertThat(names(admin, place.centre))
                .startsWith(admin.name(), officer.name())
                .contains("Дальний");
        assertThat(place.as(curator, place.school, () -> list.overseers()))
                .extracting(MemberList.Overseer::name)
                .containsExactly(officer.name(), admin.name());
        assertThat(
                        place.as(
                                officer,
                                place.district,
                                () ->
                                        list.read(
                                                new MemberList.Filter(
                                                        place.farSchool,
                                                        null,
                                                        "",
                                                        MemberList.State.CURRENT),
                                                0,
                                                50)))
                .isEmpty();
    }

    private List<String> names(Human reader, OrgId org) {
        return place.as(reader, org, () -> list.read(MemberList.Filter.CURRENT, 0, 50)).stream()
                .map(Membership::name)
                .toList();
    }

    @Test
    void findsByNameAndRole() {
        var filter = new MemberList.Filter(null, Role.CURATOR, "дубр", MemberList.State.CURRENT);

        assertThat(place.as(officer, place.district, () -> list.read(filter, 0, 50)))
                .extracting(Membership::name)
                .containsExactly(curator.name());
    }
}
