package ru.mentoring.tenancy.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Forbidden;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.Ground;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgChange.Closing;
import ru.mentoring.tenancy.OrgChange.Merging;
import ru.mentoring.tenancy.OrgChange.Moving;
import ru.mentoring.tenancy.OrgChange.Opening;
import ru.mentoring.tenancy.OrgChange.Renaming;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgOnDay;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrganisationsChanged;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.organisations.Objection.Reason;
import ru.mentoring.tenancy.organisations.Reorganisation.State;
import ru.mentoring.tenancy.organisations.Reorganisations.Outcome;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

@ModuleTest
@RecordApplicationEvents
class ReorganisationsTests {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final String ISSUER = "https://login.test/realms/mentoring";

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired Reorganisations reorganisations;
    @Autowired OrgDirectory directory;
    @Autowired ParticipationList participation;
    @Autowired OracleDb oracle;
    @Autowired Clock clock;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactionManager;
    @Autowired ApplicationEvents events;
    @Autowired SystemScopes scopes;
    @Autowired OrgTree tree;

    private RegionId region;
    private OrgId centre;
    private OrgId north;
    private OrgId south;
    private OrgId first;
    private OrgId second;
    private OrgId third;
    private String admin;
    private String officer;
    private LocalDate day;

    @BeforeEach
    void openARegion() {
        region = new RegionId(Ids.next());
        centre = founding.openRegion(region, new Naming("R", "Центр", "Центр"), SINCE);
        north = founding.openDistrict(region, centre, new Naming("D1", "Север", "Север"), SINCE);
        south = founding.openDistrict(region, centre, new Naming("D2", "Юг", "Юг"), SINCE);
        first = school("S1", north);
        second = school("S2", north);
        third = school("S3", south);
        admin = enrol(centre, Role.REGION_ADMIN);
        officer = enrol(south, Role.DISTRICT_OFFICER);
        day = LocalDate.now(clock).minusMonths(2);
    }

    private OrgId school(String code, OrgId parent) {
        return founding.openSchool(
                region, parent, new Naming(code, code, code), false, SINCE, SINCE);
    }

    private String enrol(OrgId org, Role role) {
        var subject = Ids.next().toString();
        founding.enrol(region, org, role, ISSUER, subject, "Ирина Дубравина", subject + "@x.test");
        return subject;
    }

    private Scope scope(String subject, Level level, OrgId org) {
        return assignments.at(ISSUER, subject, level, org).orElseThrow().scope();
    }

    private <T> T asAdmin(Supplier<T> work) {
        return CurrentScope.call(scope(admin, Level.REGION, centre), work);
    }

    private <T> T asOfficer(Supplier<T> work) {
        return CurrentScope.call(scope(officer, Level.DISTRICT, south), work);
    }

    private Outcome carry(OrgChange change) {
        return asAdmin(() -> reorganisations.propose(change, day, "17-ОД", day.minusDays(20)));
    }

    private List<String> below(OrgId org, LocalDate on) {
        var tree = asAdmin(() -> directory.tree(on));
        return tree.children(org).stream().map(OrgOnDay::code).toList();
    }

    @Test
    void keepsThePastWhenTwoDistrictsMerge() {
        var outcome = carry(new Merging(Set.of(north, south), north, null, true));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> assertThat(done.state()).isEqualTo(State.IN_FORCE));
        assertThat(below(centre, day.minusDays(1))).containsExactly("D1", "D2");
        assertThat(below(south, day.minusDays(1))).containsExactly("S3");
        assertThat(below(centre, day)).containsExactly("D1");
        assertThat(below(north, day)).containsExactly("S1", "S2", "S3");
        assertThat(assignments.at(ISSUER, officer, Level.DISTRICT, south)).isEmpty();
        assertThat(assignments.at(ISSUER, officer, Level.DISTRICT, north)).isPresent();
    }

    @Test
    void tellsTheOtherModulesWhatMovedAndWhoCarriesOn() {
        carry(new Merging(Set.of(north, south), north, null, false));

        assertThat(events.stream(OrganisationsChanged.class))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.moved())
                            .containsExactly(new OrganisationsChanged.Moved(third, south, north));
                    assertThat(told.succeeded())
                            .containsExactly(
                                    new OrganisationsChanged.Succeeded(south, north, true));
                });
    }

    @Test
    void givesTheOldDistrictsPartsToTheNewOneFromTheNextStatementOn() {
        var old = scope(officer, Level.DISTRICT, south);
        assertThat(reach(old)).contains(third.value().toString());

        carry(new Moving(third, north));

        assertThat(reach(old)).doesNotContain(third.value().toString());
        assertThat(reach(scope(enrol(north, Role.DISTRICT_HEAD), Level.DISTRICT, north)))
                .contains(third.value().toString());
    }

    private String reach(Scope scope) {
        return CurrentScope.call(
                scope,
                () ->
                        new TransactionTemplate(transactionManager)
                                .execute(status ->
                                        jdbc.sql("select array_to_string(sec.orgs(), ' ')")
                                                .query(String.class)
                                                .single()));
    }

    @Test
    void waitsForItsDay() {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        var outcome =
                asAdmin(() ->
                        reorganisations.propose(
                                new Renaming(first, "Гимназия № 1", "Гимназия № 1"),
                                tomorrow,
                                "17-ОД",
                                day));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Done.class,
                        done -> {
                            assertThat(done.state()).isEqualTo(State.CONFIRMED);
                            assertThat(asAdmin(reorganisations::due)).isEmpty();
                            assertThat(asAdmin(() -> reorganisations.carryOut(done.id())))
                                    .isEqualTo(new Outcome.Overtaken(State.CONFIRMED));
                        });
        assertThat(name(first, tomorrow)).isEqualTo("S1");
    }

    private String name(OrgId org, LocalDate on) {
        return asAdmin(() -> directory.tree(on)).find(org).orElseThrow().name();
    }

    @Test
    void callsAnOrganisationByTheNameOfTheDay() {
        carry(new Renaming(first, "Гимназия № 1", "МБОУ Гимназия № 1"));

        assertThat(name(first, day.minusDays(1))).isEqualTo("S1");
        assertThat(name(first, day)).isEqualTo("Гимназия № 1");
    }

    @Test
    void callsTheWorkingPlaceByTheNameOfToday() {
        carry(new Renaming(south, "Южный округ", "Южный городской округ"));

        assertThat(assignments.at(ISSUER, officer, Level.DISTRICT, south))
                .hasValueSatisfying(place -> assertThat(place.orgName()).isEqualTo("Южный округ"));
    }

    @Test
    void letsADistrictProposeAndTheCentreDecide() {
        var proposed =
                (Outcome.Done)
                        asOfficer(() ->
                                reorganisations.propose(
                                        new Closing(third), day, "3", day.minusDays(1)));

        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(below(south, day)).containsExactly("S3");
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> asOfficer(() -> reorganisations.confirm(proposed.id(), 0)));

        assertThat(asAdmin(() -> reorganisations.confirm(proposed.id(), 0)))
                .isEqualTo(new Outcome.Done(proposed.id(), State.IN_FORCE));
        assertThat(below(south, day)).isEmpty();
        assertThat(asAdmin(() -> reorganisations.refuse(proposed.id(), 0, "Поздно")))
                .isEqualTo(new Outcome.Overtaken(State.IN_FORCE));
    }

    @Test
    void refusesADistrictThatReachesForSchoolsOfAnother() {
        assertThat(
                        asOfficer(() ->
                                reorganisations.propose(new Moving(first, south), day, "3", day)))
                .isEqualTo(new Outcome.Refused(List.of(new Objection(Reason.NOT_YOURS, first))));
    }

    @Test
    void refusesAChangeBeforeALaterOne() {
        carry(new Moving(third, north));
        day = day.minusMonths(1);

        assertThat(carry(new Renaming(third, "Школа", "Школа")))
                .isEqualTo(
                        new Outcome.Refused(List.of(new Objection(Reason.CHANGED_LATER, third))));
    }

    @Test
    void refusesToPutAnythingBelowWhatEndsLater() {
        carry(new Merging(Set.of(north, south), north, null, true));
        day = day.minusMonths(1);
        var refused = new Outcome.Refused(List.of(new Objection(Reason.CHANGED_LATER, south)));

        assertThat(carry(opening("S4", south))).isEqualTo(refused);
        assertThat(carry(new Moving(first, south))).isEqualTo(refused);
    }

    @Test
    void givesTheCodeOfAnEndedSchoolToNoOther() {
        carry(new Closing(third));
        day = day.plusDays(1);

        assertThat(carry(opening("S3", north)))
                .isEqualTo(new Outcome.Refused(List.of(new Objection(Reason.CODE_IS_TAKEN, null))));
    }

    private static Opening opening(String code, OrgId parent) {
        return new Opening(OrgKind.SCHOOL, parent, new Naming(code, code, code), false);
    }

    @Test
    void keepsNoOtherChangeWaitingForOneThatFails() {
        var today = LocalDate.now(clock);
        day = today.plusDays(1);
        var broken = (Outcome.Done) carry(new Renaming(first, "Лицей № 1", "Лицей № 1"));
        var sound = (Outcome.Done) carry(new Renaming(second, "Лицей № 2", "Лицей № 2"));
        oracle.jdbc()
                .sql(
                        "update tenancy.reorganisation set effective_on = ?, change = '[]' where id = ?")
                .params(today.minusDays(1), broken.id().value())
                .update();
        oracle.jdbc()
                .sql("update tenancy.reorganisation set effective_on = ? where id = ?")
                .params(today, sound.id().value())
                .update();

        new ReorganisationDay(scopes, reorganisations).carryOutWhatIsDue();

        assertThat(name(first, today)).isEqualTo("S1");
        assertThat(name(second, today)).isEqualTo("Лицей № 2");
    }

    @Test
    void keepsASchoolOffTheListThatHadLeftItBeforeItClosed() {
        var order = new Ground("8", day.minusDays(20));
        asAdmin(() -> participation.take(List.of(third), day.minusDays(10), order));

        carry(new Closing(third));

        var school = asAdmin(() -> tree.organisation(third));
        assertThat(school.listedTo()).isEqualTo(day.minusDays(11));
        assertThat(school.countsUpwardOn(day)).isFalse();
    }

    @Test
    void opensABranchBelowASchool() {
        assertThat(
                        carry(
                                new Opening(
                                        OrgKind.BRANCH,
                                        first,
                                        new Naming("B1", "Филиал", "Филиал школы"),
                                        true)))
                .isInstanceOf(Outcome.Done.class);

        assertThat(below(first, day)).containsExactly("B1");
        carry(new Merging(Set.of(first, second), second, null, true));
        assertThat(below(second, day)).containsExactly("B1");
    }

    /** Counter-proof of the rights of the functions: only the centre's scope changes the tree. */
    @Test
    void letsNoScopeBelowTheCentreChangeTheTree() {
        for (var statement :
                List.of(
                        "select sec.move_org('%s', '%s', current_date)"
                                .formatted(third.value(), north.value()),
                        "select sec.close_org('%s', current_date)".formatted(third.value()),
                        "select sec.rename_org('%s', 'x', 'x', current_date)"
                                .formatted(third.value()),
                        "select sec.copy_roles('%s', '%s')"
                                .formatted(north.value(), south.value()))) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(statement)
                    .isThrownBy(() ->
                            asOfficer(() ->
                                    new TransactionTemplate(transactionManager)
                                            .execute(status ->
                                                    jdbc.sql(statement)
                                                            .query((row, number) -> 0)
                                                            .list())));
        }
        assertThat(below(south, LocalDate.now(clock))).containsExactly("S3");
    }

    /**
     * Whatever happens to the tree, on each day everybody stands below exactly the ancestors of its
     * parent, and nothing has two parents.
     */
    @Test
    void keepsTheClosureTrueThroughRandomMoves() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var parents = List.of(north, south, centre);
        day = SINCE.plusDays(1);
        var carriedOut = 0;
        for (var round = 0; round < 40; round++) {
            day = day.plusDays(random.nextInt(3));
            var child = List.of(first, second, third).get(random.nextInt(3));
            var outcome =
                    carry(
                            switch (random.nextInt(4)) {
                                case 0 ->
                                        new Opening(
                                                OrgKind.BRANCH,
                                                child,
                                                new Naming(
                                                        "B" + round, "Филиал " + round, "Филиал"),
                                                false);
                                default -> new Moving(child, parents.get(random.nextInt(3)));
                            });
            carriedOut += outcome instanceof Outcome.Done ? 1 : 0;
        }
        assertThat(carriedOut).isGreaterThan(15);
        assertThat(
                        oracle.jdbc()
                                .sql(
                                        """
                                        select count(*) from sec.org_edge e
                                        join sec.org_edge p on p.region_id = e.region_id and p.org_id = e.org_id and p.distance = 1
                                          and p.valid && e.valid
                                        where e.region_id = ? and e.distance > 1
                                          and not exists (
                                            select 1 from sec.org_edge a where a.region_id = e.region_id and a.org_id = p.ancestor_id
                                              and a.ancestor_id = e.ancestor_id and a.distance = e.distance - 1
                                              and a.valid @> (p.valid * e.valid))
                                          and not exists (
                                            select 1 from (
                                              select range_agg(a.valid) as covered from sec.org_edge a
                                              where a.region_id = e.region_id and a.org_id = p.ancestor_id
                                                and a.ancestor_id = e.ancestor_id and a.distance = e.distance - 1) all_of
                                            where all_of.covered @> (p.valid * e.valid))\
                                        """)
                                .param(region.value())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        oracle.jdbc()
                                .sql(
                                        """
                                        select count(*) from sec.org_edge a
                                        join sec.org_edge b on b.region_id = a.region_id and b.org_id = a.org_id
                                          and b.valid && a.valid and (a.ancestor_id, a.valid) <> (b.ancestor_id, b.valid)
                                        where a.region_id = ? and (a.distance = b.distance or a.ancestor_id = b.ancestor_id)\
                                        """)
                                .param(region.value())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        oracle.jdbc()
                                .sql(
                                        """
                                        select count(*) from sec.org o
                                        where o.region_id = ? and o.kind <> 'REGION'
                                          and (select range_agg(e.valid) from sec.org_edge e where e.org_id = o.id and e.distance = 1)
                                              <> (select range_agg(e.valid) from sec.org_edge e where e.org_id = o.id and e.distance = 0)\
                                        """)
                                .param(region.value())
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
