package ru.mentoring.tenancy.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Forbidden;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.members.Neighbourhood.Human;
import ru.mentoring.tenancy.profile.Profile.State;
import ru.mentoring.tenancy.profile.ProfileDesk.Outcome;
import ru.mentoring.tenancy.profile.ProfileDesk.Seen;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

@ModuleTest
class ProfileDeskTests {

    private static final SchoolFacts SMALL = new SchoolFacts(true, true, false, 12, 20, 8, 9, 2);
    private static final SchoolFacts GROWN =
            new SchoolFacts(false, true, false, 120, 200, 80, 40, 6);

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired SystemScopes scopes;
    @Autowired OrgTree tree;
    @Autowired Profiles profiles;
    @Autowired ProfileDesk desk;
    @Autowired ProfileYears years;
    @Autowired OracleDb oracle;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactionManager;

    private Neighbourhood place;
    private Human officer;
    private Human admin;
    private int year;

    @BeforeEach
    void settle() {
        place = new Neighbourhood(founding, assignments);
        officer = place.human("Офицерова Ольга", place.district, Role.DISTRICT_OFFICER);
        admin = place.human("Админова Анна", place.centre, Role.REGION_ADMIN);
        year = years.running();
    }

    private Outcome districtStates(SchoolFacts facts) {
        return place.as(
                officer,
                place.district,
                () -> desk.state(place.school, year, facts, desk.mark(place.school, year)));
    }

    private Outcome centreStates(int startYear, SchoolFacts facts) {
        return place.as(
                admin,
                place.centre,
                () ->
                        desk.state(
                                place.school,
                                startYear,
                                facts,
                                desk.mark(place.school, startYear)));
    }

    private Seen waiting() {
        var open =
                place.as(admin, place.centre, () -> profiles.open(place.school, year))
                        .orElseThrow();
        return new Seen(open.id(), open.version());
    }

    private int confirm(Seen... seen) {
        return place.as(admin, place.centre, () -> desk.confirm(List.of(seen)));
    }

    private List<State> states() {
        return place.as(admin, place.centre, () -> profiles.of(place.school)).stream()
                .map(Profile::state)
                .toList();
    }

    private boolean isSmall() {
        return place.as(admin, place.centre, () -> tree.organisation(place.school)).small();
    }

    private List<Integer> published() {
        return CurrentScope.call(
                scopes.rollup(place.region),
                () ->
                        new TransactionTemplate(transactionManager)
                                .execute(status ->
                                        jdbc.sql(
                                                        "select teachers from tenancy.published_profile where org_id = ?")
                                                .param(place.school.value())
                                                .query(Integer.class)
                                                .list()));
    }

    @Test
    void letsWhatADistrictStatesHoldWhenTheCentreHasConfirmedIt() {
        assertThat(districtStates(SMALL)).isEqualTo(Outcome.PROPOSED);
        assertThat(isSmall()).isFalse();
        assertThat(published()).isEmpty();

        assertThat(confirm(waiting())).isOne();

        assertThat(states()).containsExactly(State.CONFIRMED);
        assertThat(isSmall()).isTrue();
        assertThat(published()).containsExactly(9);
        assertThat(trail())
                .containsExactly(
                        "profile.stated DISTRICT_OFFICER", "profile.confirmed REGION_ADMIN");
    }

    private List<String> trail() {
        return oracle.jdbc()
                .sql(
                        "select action || ' ' || role from audit.entry where region_id = ? and object_type = 'profile' order by id")
                .param(place.region.value())
                .query(String.class)
                .list();
    }

    @Test
    void keepsWhatHeldBeforeAndLetsItHoldUntilTheDecision() {
        centreStates(year, SMALL);

        districtStates(GROWN);

        assertThat(states()).containsExactly(State.PROPOSED, State.CONFIRMED);
        assertThat(published()).containsExactly(9);
        confirm(waiting());
        assertThat(states()).containsExactly(State.CONFIRMED, State.REPLACED);
        assertThat(published()).containsExactly(40);
        assertThat(isSmall()).isFalse();
    }

    @Test
    void returnsAStatementWithAReasonUntilTheDistrictStatesItAnew() {
        districtStates(SMALL);

        place.as(
                admin,
                place.centre,
                () -> {
                    desk.giveBack(waiting(), "Учителей 90, а не 9");
                    return null;
                });

        assertThat(states()).containsExactly(State.RETURNED);
        assertThat(confirm(waiting())).isZero();
        assertThat(districtStates(SMALL)).isEqualTo(Outcome.PROPOSED);
        assertThat(confirm(waiting())).isOne();
    }

    @Test
    void confirmsNothingThatHasChangedSinceItWasSeen() {
        districtStates(SMALL);
        var seen = waiting();
        districtStates(GROWN);

        assertThat(confirm(seen)).isZero();
        assertThat(states()).containsExactly(State.PROPOSED);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() ->
                        place.as(
                                admin,
                                place.centre,
                                () -> {
                                    desk.giveBack(seen, "Поздно");
                                    return null;
                                }));
    }

    @Test
    void refusesAFormThatWasOpenedBeforeSomebodyElseStatedSomething() {
        districtStates(SMALL);

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() ->
                        place.as(
                                officer,
                                place.district,
                                () -> desk.state(place.school, year, GROWN, "")));
        assertThat(districtStates(SMALL)).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void takesTheThresholdsOfTodayFromTheLastYearThatHolds() {
        centreStates(year, GROWN);
        centreStates(year - 1, SMALL);

        assertThat(isSmall()).isFalse();
    }

    @Test
    void startsAYearFromThePropertiesOfTheYearBefore() {
        centreStates(year - 1, SMALL);

        var start =
                place.as(
                        officer,
                        place.district,
                        () -> profiles.startFor(profiles.school(place.school), year));

        assertThat(start).isEqualTo(SMALL.withoutNumbers());
    }

    @Test
    void reachesNoSchoolOfAnotherDistrictAndNoYearAhead() {
        assertThatExceptionOfType(NoSuchOrg.class)
                .isThrownBy(() ->
                        place.as(
                                officer,
                                place.district,
                                () -> desk.state(place.farSchool, year, SMALL, "")));
        assertThatExceptionOfType(NoSuchProfileYear.class)
                .isThrownBy(() -> centreStates(year + 1, SMALL));
    }

    @Test
    void letsOnlyTheCentreConfirmWhateverTheApplicationDoes() {
        districtStates(SMALL);
        var seen = waiting();

        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(
                        () -> place.as(officer, place.district, () -> desk.confirm(List.of(seen))));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        place.as(
                                officer,
                                place.district,
                                () ->
                                        new TransactionTemplate(transactionManager)
                                                .execute(status ->
                                                        jdbc.sql(
                                                                        "update tenancy.profile set state = 'CONFIRMED' where id = ?")
                                                                .param(seen.profile())
                                                                .update())))
                .havingRootCause()
                .withMessageContaining("only the regional centre confirms");
    }

    @Test
    void showsASchoolItsOwnFactsAndNobodyElses() {
        centreStates(year, SMALL);
        var director = place.human("Директорова Дина", place.school, Role.DIRECTOR);
        var neighbour = place.human("Соседова Света", place.sibling, Role.DIRECTOR);

        assertThat(place.as(director, place.school, () -> profiles.of(place.school))).hasSize(1);
        assertThat(place.as(neighbour, place.sibling, () -> profiles.of(place.school))).isEmpty();
    }

    @Test
    void listsSchoolsByHowFarTheirFactsHaveCome() {
        districtStates(SMALL);

        var count = place.as(admin, place.centre, () -> profiles.count(year));

        assertThat(count).isEqualTo(new Profiles.Count(3, 2, 1, 0, 0));
        assertThat(names(Profiles.Part.PROPOSED, null)).containsExactly("Школа на горе");
        assertThat(names(Profiles.Part.MISSING, place.district)).containsExactly("Школа у реки");
        assertThat(names(null, place.otherDistrict)).containsExactly("Школа в степи");
    }

    private List<String> names(Profiles.Part part, OrgId above) {
        var filter = new Profiles.Filter(year, part, above == null ? null : above.value(), "школа");
        return place.as(admin, place.centre, () -> profiles.read(filter, 0, 10)).stream()
                .map(ProfileRow::name)
                .toList();
    }
}
