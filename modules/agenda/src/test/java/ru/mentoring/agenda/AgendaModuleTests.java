package ru.mentoring.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.agenda.domain.TaskBook;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class AgendaModuleTests {

    private static final LocalDate DUE = LocalDate.of(2026, 10, 14);
    private static final TaskKey KEY = new TaskKey("agenda.test:1");

    @Autowired TaskBook agenda;
    @Autowired Regions regions;
    @Autowired PlatformTransactionManager transactions;
    @Autowired OracleDb oracle;

    private Regions.Region region;
    private Regions.District district;
    private Regions.Org school;
    private Scope curator;
    private Scope officer;

    @BeforeEach
    void openRegion() {
        region = regions.fresh();
        district = region.district();
        school = district.school();
        curator = school.scope(Role.CURATOR);
        officer = district.scope(Role.DISTRICT_OFFICER);
    }

    @Test
    void givesATaskToTheOrganisationAbove() {
        put(curator, task(district.id(), Role.DISTRICT_OFFICER));

        assertThat(CurrentScope.call(officer, agenda::mine))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.titleKey()).isEqualTo("agenda.test");
                    assertThat(task.titleArguments()).containsExactly("№ 1", "two words");
                    assertThat(task.due()).isEqualTo(DUE);
                    assertThat(task.path()).isEqualTo("/review");
                });
        assertThat(CurrentScope.call(curator, agenda::mine)).isEmpty();
    }

    @Test
    void givesATaskToASchoolBelow() {
        put(officer, task(school.id(), Role.CURATOR));

        assertThat(CurrentScope.call(curator, agenda::mine)).hasSize(1);
        assertThat(CurrentScope.call(school.scope(Role.PSYCHOLOGIST), agenda::mine)).isEmpty();
    }

    @Test
    void givesATaskToOnePerson() {
        var director = school.scope(Role.DIRECTOR);
        put(
                curator,
                new TaskDraft(
                        KEY,
                        school.id(),
                        new Assignee.Person(director.actor().orElseThrow()),
                        "agenda.test",
                        List.of(),
                        null,
                        "/roadmap"));

        assertThat(CurrentScope.call(director, agenda::mine)).hasSize(1);
        assertThat(CurrentScope.call(curator, agenda::mine)).isEmpty();
        assertThat(CurrentScope.call(curator, agenda::awaited)).hasSize(1);
    }

    @Test
    void showsWhatOneWaitsFor() {
        put(curator, task(district.id(), Role.DISTRICT_OFFICER));

        assertThat(CurrentScope.call(curator, agenda::awaited))
                .extracting(waiting -> waiting.task().org())
                .containsExactly(district.id());
        assertThat(CurrentScope.call(officer, agenda::awaited)).isEmpty();
    }

    @Test
    void closesByTheSameKeyAlsoFromTheOtherEnd() {
        put(curator, task(district.id(), Role.DISTRICT_OFFICER));

        within(officer, () -> agenda.close(district.id(), KEY));
        within(officer, () -> agenda.close(district.id(), KEY));

        assertThat(CurrentScope.call(officer, agenda::mine)).isEmpty();
        assertThat(CurrentScope.call(curator, agenda::awaited)).isEmpty();
    }

    @Test
    void putsATaskOnceAndOpensAClosedOneAnew() {
        put(curator, task(district.id(), Role.DISTRICT_OFFICER));
        put(curator, task(district.id(), Role.DISTRICT_OFFICER));

        assertThat(CurrentScope.call(officer, agenda::mine)).hasSize(1);
        assertThat(letters(district.id())).isEqualTo(1);

        within(officer, () -> agenda.close(district.id(), KEY));
        put(curator, task(district.id(), Role.DISTRICT_OFFICER));

        assertThat(CurrentScope.call(officer, agenda::mine)).hasSize(1);
        assertThat(letters(district.id())).isEqualTo(2);
    }

    @Test
    void sendsNoLetterToWhoeverGivesTheTask() {
        put(curator, task(school.id(), Role.CURATOR));

        assertThat(letters(school.id())).isZero();
    }

    @Test
    void callsBackLettersAboutATaskThatIsDone() {
        put(curator, task(district.id(), Role.DISTRICT_OFFICER));

        within(officer, () -> agenda.close(district.id(), KEY));

        assertThat(
                        oracle.count(
                                "select count(*) from agenda.letter where org_id = ? and state = 'NEEDLESS'",
                                district.id().value()))
                .isEqualTo(1);
    }

    @Test
    void reachesNobodyOutsideTheOwnLineOfTheTree() {
        var neighbour = district.school();
        var otherDistrict = region.district();
        var otherRegion = regions.fresh();
        for (var foreign :
                List.of(
                        neighbour.id(),
                        otherDistrict.id(),
                        otherRegion.id(),
                        otherRegion.district().school().id(),
                        new OrgId(UUID.randomUUID()))) {
            assertThatThrownBy(() -> put(curator, task(foreign, Role.CURATOR)))
                    .hasStackTraceContaining("only along the own line of the tree");
            assertThatThrownBy(() -> within(curator, () -> agenda.close(foreign, KEY)))
                    .hasStackTraceContaining("only along the own line of the tree");
            assertThat(
                            oracle.count(
                                    "select count(*) from agenda.task where org_id = ?",
                                    foreign.value()))
                    .isZero();
        }
    }

    @Test
    void closesNothingOfANeighbourUnderTheSameKey() {
        var neighbour = district.school();
        put(neighbour.scope(Role.CURATOR), task(neighbour.id(), Role.CURATOR));

        within(curator, () -> agenda.close(school.id(), KEY));

        assertThat(CurrentScope.call(neighbour.scope(Role.CURATOR), agenda::mine)).hasSize(1);
    }

    @Test
    void leavesNoTaskBehindWhenTheWorkIsRolledBack() {
        assertThatThrownBy(() ->
                        within(
                                curator,
                                () -> {
                                    agenda.put(task(district.id(), Role.DISTRICT_OFFICER));
                                    throw new IllegalStateException("changed my mind");
                                }))
                .hasMessage("changed my mind");

        assertThat(CurrentScope.call(officer, agenda::mine)).isEmpty();
        assertThat(letters(district.id())).isZero();
    }

    @Test
    void insistsOnTheTransactionOfTheWorkItBelongsTo() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() ->
                        CurrentScope.run(
                                curator, () -> agenda.put(task(school.id(), Role.CURATOR))));
    }

    private static TaskDraft task(OrgId org, Role role) {
        return new TaskDraft(
                KEY,
                org,
                Assignee.carrying(role),
                "agenda.test",
                List.of("№ 1", "two words"),
                DUE,
                "/review");
    }

    private void put(Scope scope, TaskDraft draft) {
        within(scope, () -> agenda.put(draft));
    }

    private void within(Scope scope, Runnable work) {
        CurrentScope.run(
                scope,
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> work.run()));
    }

    private long letters(OrgId org) {
        return oracle.count("select count(*) from agenda.letter where org_id = ?", org.value());
    }
}
