package ru.mentoring.agenda.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.TaskView;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Appointment;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.members.MemberDesk;
import ru.mentoring.tenancy.members.MemberList;
import ru.mentoring.tenancy.members.MemberList.State;
import ru.mentoring.tenancy.members.YearlyCheck;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class MemberTasksTests {

    @Autowired Agenda agenda;
    @Autowired Regions regions;
    @Autowired SystemScopes scopes;
    @Autowired MemberDesk desk;
    @Autowired MemberList list;
    @Autowired YearlyCheck check;
    @Autowired Clock clock;

    private Regions.District district;
    private Regions.Org school;
    private Scope director;

    @BeforeEach
    void openRegion() {
        district = regions.fresh().district();
        school = district.school();
        director = school.scope(Role.DIRECTOR);
    }

    private List<String> tasks(Scope scope) {
        return CurrentScope.call(scope, agenda::mine).stream().map(TaskView::titleKey).toList();
    }

    private void take(Scope by, Role role) {
        CurrentScope.run(
                by,
                () -> {
                    var filter = new MemberList.Filter(school.id(), role, "", State.CURRENT);
                    list.read(filter, 0, 50)
                            .forEach(member -> desk.takeAway(new MembershipId(member.id())));
                });
    }

    private void give(Scope by, AccountId person, Role role) {
        var today = LocalDate.now(clock);
        CurrentScope.run(
                by,
                () ->
                        desk.give(
                                new Appointment(
                                        person, school.id(), role, today, null, null, null)));
    }

    @Test
    void asksTheDirectorToNameACuratorUntilThereIsOne() {
        var former = school.scope(Role.CURATOR).actor().orElseThrow();
        take(director, Role.CURATOR);
        await().untilAsserted(() ->
                assertThat(tasks(director)).containsExactly("agenda.members.no-curator"));

        give(director, former, Role.CURATOR);

        await().untilAsserted(() -> assertThat(tasks(director)).isEmpty());
    }

    @Test
    void asksThoseAboveToNameADirector() {
        var officer = district.scope(Role.DISTRICT_OFFICER);
        var former = director.actor().orElseThrow();
        take(officer, Role.DIRECTOR);

        await().untilAsserted(() ->
                assertThat(tasks(officer)).containsExactly("agenda.members.no-director"));

        give(officer, former, Role.DIRECTOR);

        await().untilAsserted(() -> assertThat(tasks(officer)).isEmpty());
    }

    @Test
    void asksTheDirectorOnceAYearToConfirmTheList() {
        var year = new SchoolYear(2026);
        CurrentScope.run(scopes.of(director.region(), school.id()), () -> check.ask(year));
        await().untilAsserted(() ->
                assertThat(CurrentScope.call(director, agenda::mine))
                        .singleElement()
                        .satisfies(task -> {
                            assertThat(task.titleKey()).isEqualTo("agenda.members.confirm");
                            assertThat(task.due()).isEqualTo(LocalDate.of(2026, 9, 20));
                        }));

        CurrentScope.run(director, () -> check.confirm());

        await().untilAsserted(() -> assertThat(tasks(director)).isEmpty());
    }
}
