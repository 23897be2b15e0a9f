package ru.mentoring.agenda.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.agenda.TaskKey;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.RegionSettings;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class RemindersTests {

    private static final TaskKey KEY = new TaskKey("agenda.reminder-test:1");

    @Autowired Agenda agenda;
    @Autowired TaskList tasks;
    @Autowired Regions regions;
    @Autowired SystemScopes scopes;
    @Autowired JdbcClient jdbc;
    @Autowired RegionSettings settings;
    @Autowired Audit audit;
    @Autowired Clock clock;
    @Autowired PlatformTransactionManager transactions;
    @Autowired OracleDb oracle;

    private Regions.Region region;
    private Regions.District district;
    private Regions.Org school;
    private LocalDate today;

    @BeforeEach
    void openSchool() {
        region = regions.fresh();
        district = region.district();
        school = district.school();
        school.subject(Role.CURATOR);
        today = LocalDate.now(clock);
    }

    @Test
    void remindsFourteenSevenAndOneDaysBeforeAndEachWeekAfterwards() {
        var due = put(20);

        assertThat(remindedOn(due.minusDays(15))).isZero();
        assertThat(remindedOn(due.minusDays(14))).isEqualTo(1);
        assertThat(remindedOn(due.minusDays(14))).as("once").isZero();
        assertThat(remindedOn(due.minusDays(13))).isZero();
        assertThat(remindedOn(due.minusDays(7))).isEqualTo(1);
        assertThat(remindedOn(due.minusDays(1))).isEqualTo(1);
        assertThat(remindedOn(due)).isZero();
        assertThat(remindedOn(due.plusDays(1))).isEqualTo(1);
        assertThat(remindedOn(due.plusDays(7))).isZero();
        assertThat(remindedOn(due.plusDays(8))).isEqualTo(1);
        assertThat(remindedOn(due.plusDays(15))).isEqualTo(1);
    }

    @Test
    void makesUpForDaysOnWhichNothingRan() {
        var due = put(20);

        assertThat(remindedOn(due.minusDays(5))).isEqualTo(1);
        assertThat(remindedOn(due.minusDays(4))).isZero();
        assertThat(remindedOn(due.plusDays(10))).isEqualTo(1);
    }

    @Test
    void tellsNobodyTwiceOnTheDayOnWhichATaskIsPut() {
        var due = put(3);

        assertThat(remindedOn(today)).isZero();
        assertThat(remindedOn(due.minusDays(1))).isEqualTo(1);
    }

    @Test
    void remindsEverybodyWhoseTaskItIs() {
        school.subject(Role.DEPUTY);
        school.subject(Role.PSYCHOLOGIST);
        var due = put(20);

        assertThat(remindedOn(due.minusDays(14))).isEqualTo(2);
    }

    @Test
    void remindsOfNothingThatIsDoneOrSetAside() {
        var due = put(20);
        var task = task();
        school.as(Role.CURATOR, () -> tasks.setAside(task, 0, due.minusDays(10), "ждём приказ"));
        assertThat(remindedOn(due.minusDays(14))).isZero();
        assertThat(remindedOn(due.minusDays(7))).isEqualTo(1);

        within(
                school.scope(Role.CURATOR),
                () -> {
                    agenda.close(school.id(), KEY);
                    return true;
                });
        assertThat(remindedOn(due.minusDays(1))).isZero();
    }

    @Test
    void leavesOtherRegionsAlone() {
        var due = put(20);
        var other = regions.fresh();

        assertThat(within(centre(other), () -> at(due.minusDays(14)).remind())).isZero();
    }

    @Test
    void isForTheSystemAlone() {
        assertThatThrownBy(() -> within(region.scope(Role.REGION_ADMIN), () -> at(today).remind()))
                .hasStackTraceContaining("only the system reminds");
    }

    @Test
    void asksAgainOnceADayForWhoeverWaits() {
        put(20);
        var task = task();
        var officer = district.scope(Role.DISTRICT_OFFICER);

        assertThat(within(officer, () -> at(today).askAgain(task))).hasValue(1);
        assertThat(within(officer, () -> at(today).askAgain(task))).hasValue(0);
        assertThat(within(officer, () -> at(today.plusDays(1)).askAgain(task))).hasValue(1);
    }

    @Test
    void asksNobodyAgainForThoseWhoDoNotWait() {
        put(20);
        var task = task();

        for (var scope :
                List.of(
                        school.scope(Role.CURATOR),
                        district.school().scope(Role.CURATOR),
                        region.district().scope(Role.DISTRICT_OFFICER),
                        regions.fresh().scope(Role.REGION_ADMIN))) {
            assertThat(within(scope, () -> at(today).askAgain(task)))
                    .isEqualTo(OptionalInt.empty());
        }
        assertThat(
                        oracle.count(
                                "select count(*) from agenda.letter where org_id = ? and occasion = 'ASKED'",
                                school.id().value()))
                .isZero();
    }

    private LocalDate put(int daysAhead) {
        var due = today.plusDays(daysAhead);
        within(
                district.scope(Role.DISTRICT_OFFICER),
                () -> {
                    agenda.put(
                            new TaskDraft(
                                    KEY,
                                    school.id(),
                                    Assignee.carrying(Role.CURATOR, Role.DEPUTY),
                                    "agenda.test",
                                    List.of("1"),
                                    due,
                                    "/roadmap"));
                    return true;
                });
        return due;
    }

    private UUID task() {
        return oracle.jdbc()
                .sql("select id from agenda.task where org_id = ?")
                .param(school.id().value())
                .query(UUID.class)
                .single();
    }

    private int remindedOn(LocalDate day) {
        return within(centre(region), () -> at(day).remind());
    }

    /** Reminders as of noon of a day. */
    private Reminders at(LocalDate day) {
        var noon = day.atTime(12, 0).atZone(clock.getZone());
        return new Reminders(jdbc, settings, audit, Clock.fixed(noon.toInstant(), noon.getZone()));
    }

    private Scope centre(Regions.Region of) {
        return scopes.regions().stream()
                .filter(scope -> scope.region().equals(of.region()))
                .findFirst()
                .orElseThrow();
    }

    private <T> T within(Scope scope, Supplier<T> work) {
        return CurrentScope.call(
                scope, () -> new TransactionTemplate(transactions).execute(status -> work.get()));
    }
}
