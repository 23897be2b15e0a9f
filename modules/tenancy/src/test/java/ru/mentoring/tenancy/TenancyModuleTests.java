package ru.mentoring.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.Founding.Naming;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

@ModuleTest
class TenancyModuleTests {

    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);
    private static final String ISSUER = "https://login.test/realms/mentoring";

    @Autowired Founding founding;
    @Autowired SystemScopes systemScopes;
    @Autowired Assignments assignments;
    @Autowired OrgTree tree;
    @Autowired Accounts accounts;
    @Autowired Seasons seasons;
    @Autowired Audit audit;
    @Autowired OracleDb oracle;
    @Autowired PlatformTransactionManager transactionManager;

    private record Region(RegionId id, OrgId centre, OrgId district, OrgId school) {}

    private Region region() {
        var id = new RegionId(Ids.next());
        var centre = founding.openRegion(id, new Naming("R", "Центр", "Региональный центр"), SINCE);
        var district =
                founding.openDistrict(
                        id, centre, new Naming("D1", "Район", "Отдел образования"), SINCE);
        var school =
                founding.openSchool(
                        id,
                        district,
                        new Naming("S1", "Школа № 1", "МБОУ Школа № 1"),
                        false,
                        SINCE,
                        null);
        return new Region(id, centre, district, school);
    }

    private String enrol(Region region, OrgId org, Role role) {
        var subject = Ids.next().toString();
        founding.enrol(
                region.id(),
                org,
                role,
                ISSUER,
                subject,
                "Ирина Дубравина",
                subject + "@school.test");
        return subject;
    }

    private Scope scope(String subject, Level level, OrgId org) {
        return assignments.at(ISSUER, subject, level, org).orElseThrow().scope();
    }

    @Test
    void findsEverythingBelowAnOrganisation() {
        var region = region();
        var independent =
                founding.openSchool(
                        region.id(),
                        region.centre(),
                        new Naming("S2", "Лицей", "Областной лицей"),
                        false,
                        SINCE,
                        null);

        var below =
                CurrentScope.call(
                        systemScopes.of(region.id(), region.centre()),
                        () -> tree.below(region.centre()));

        assertThat(below)
                .extracting(OrgView::id)
                .containsExactlyInAnyOrder(region.district(), region.school(), independent);
    }

    @Test
    void knowsNoOrganisationOfAnotherRegion() {
        var own = region();
        var foreign = region();

        CurrentScope.run(
                systemScopes.of(own.id(), own.centre()),
                () ->
                        assertThatExceptionOfType(NoSuchOrg.class)
                                .isThrownBy(() -> tree.organisation(foreign.school())));
    }

    @Test
    void givesOnePlaceWithAllRolesOfAPerson() {
        var region = region();
        var subject = enrol(region, region.school(), Role.CURATOR);
        founding.enrol(
                region.id(),
                region.school(),
                Role.DEPUTY,
                ISSUER,
                subject,
                "Ирина Дубравина",
                "i@school.test");

        var places = assignments.of(ISSUER, subject);

        assertThat(places)
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.org()).isEqualTo(region.school());
                    assertThat(place.roles()).isEqualTo(Set.of(Role.CURATOR, Role.DEPUTY));
                });
    }

    @Test
    void showsNothingFromTheNextStatementOnWhenARoleIsTakenAway() {
        var region = region();
        var subject = enrol(region, region.school(), Role.CURATOR);
        var scope = scope(subject, Level.SCHOOL, region.school());
        CurrentScope.run(scope, () -> seasons.open(Track.LEARNERS, 2026));

        new TransactionTemplate(transactionManager)
                .executeWithoutResult(outside ->
                        assertThat(
                                        founding.dismiss(
                                                scope.actor().orElseThrow(),
                                                region.school(),
                                                Role.CURATOR))
                                .isTrue());

        CurrentScope.run(scope, () -> assertThat(seasons.all(Track.LEARNERS)).isEmpty());
        assertThat(assignments.of(ISSUER, subject)).isEmpty();
    }

    @Test
    void opensNothingWithAHandleOfAnotherLevel() {
        var region = region();
        var school = systemScopes.of(region.id(), region.school());
        var forged =
                new Scope(
                        Level.REGION,
                        region.id(),
                        region.centre(),
                        school.handle(),
                        null,
                        Set.of(),
                        Set.of());
        CurrentScope.run(school, () -> seasons.open(Track.LEARNERS, 2026));

        CurrentScope.run(
                forged,
                () ->
                        assertThatExceptionOfType(NoSuchOrg.class)
                                .isThrownBy(() -> tree.organisation(region.school())));
    }

    @Test
    void keepsOneActiveSeasonForEachTrack() {
        var region = region();
        var school = systemScopes.of(region.id(), region.school());

        CurrentScope.run(
                school,
                () -> {
                    seasons.open(Track.LEARNERS, 2025);
                    seasons.open(Track.LEARNERS, 2026);
                    seasons.open(Track.TEACHERS, 2025);
                });

        CurrentScope.run(
                school,
                () -> {
                    assertThat(seasons.current(Track.LEARNERS).startYear()).isEqualTo(2026);
                    assertThat(seasons.current(Track.TEACHERS).startYear()).isEqualTo(2025);
                    assertThat(seasons.all(Track.LEARNERS))
                            .extracting(SeasonView::active)
                            .containsExactly(true, false);
                });
    }

    @Test
    void refusesToJoinATransactionOfAnotherScope() {
        var region = region();
        var school = systemScopes.of(region.id(), region.school());
        var district = systemScopes.of(region.id(), region.district());
        var transaction = new TransactionTemplate(transactionManager);

        CurrentScope.run(
                school,
                () ->
                        transaction.executeWithoutResult(status ->
                                CurrentScope.run(
                                        district,
                                        () ->
                                                assertThatExceptionOfType(
                                                                IllegalTransactionStateException
                                                                        .class)
                                                        .isThrownBy(() ->
                                                                seasons.all(Track.LEARNERS)))));
    }

    @Test
    void writesTheTrailOnlyWithTheChange() {
        var region = region();
        var scope = systemScopes.of(region.id(), region.school());
        var changed = Ids.next();
        var rolledBack = Ids.next();
        var transaction = new TransactionTemplate(transactionManager);

        CurrentScope.run(
                scope,
                () -> {
                    transaction.executeWithoutResult(
                            status -> audit.record("season.opened", "season", changed, "start"));
                    transaction.executeWithoutResult(status -> {
                        audit.record("season.opened", "season", rolledBack);
                        status.setRollbackOnly();
                    });
                });

        assertThat(oracle.count("select count(*) from audit.entry where object_id = ?", changed))
                .isEqualTo(1);
        assertThat(oracle.count("select count(*) from audit.entry where object_id = ?", rolledBack))
                .isZero();
    }

    @Test
    void letsNobodyRewriteTheTrail() {
        var region = region();
        var scope = systemScopes.of(region.id(), region.school());
        var object = Ids.next();
        var transaction = new TransactionTemplate(transactionManager);
        CurrentScope.run(
                scope,
                () ->
                        transaction.executeWithoutResult(
                                status -> audit.record("season.opened", "season", object)));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        oracle.jdbc()
                                .sql("delete from audit.entry where object_id = ?")
                                .param(object)
                                .update())
                .withStackTraceContaining("append-only");
    }

    @Test
    void findsColleaguesOnlyAlongTheOwnLineOfTheTree() {
        var region = region();
        var sibling =
                founding.openSchool(
                        region.id(),
                        region.district(),
                        new Naming("S9", "Школа № 9", "Школа № 9"),
                        false,
                        SINCE,
                        null);
        enrol(region, region.district(), Role.DISTRICT_OFFICER);
        enrol(region, sibling, Role.DIRECTOR);

        CurrentScope.run(
                systemScopes.of(region.id(), region.school()),
                () -> {
                    assertThat(accounts.withRole(region.district(), Role.DISTRICT_OFFICER))
                            .hasSize(1);
                    assertThat(accounts.withRole(sibling, Role.DIRECTOR)).isEmpty();
                });
    }
}
