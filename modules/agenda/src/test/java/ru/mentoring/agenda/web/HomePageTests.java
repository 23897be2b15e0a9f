package ru.mentoring.agenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.agenda.Assignee;
import ru.mentoring.agenda.TaskDraft;
import ru.mentoring.agenda.TaskKey;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class HomePageTests {

    @Autowired MockMvcTester mvc;
    @Autowired Agenda agenda;
    @Autowired Regions regions;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;

    private Regions.District district;
    private Regions.Org school;

    @BeforeEach
    void openSchool() {
        district = regions.fresh().district();
        school = district.school();
    }

    @Test
    void groupsTasksByUrgencyWithALinkToWhereTheyAreDone() {
        var today = LocalDate.now(clock);
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "a", today.minusDays(3), "/late");
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "b", today, "/soon");
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "c", today.plusDays(40), "/later");
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "d", null, "/some-day");

        var page = home(school, Role.CURATOR);

        assertThat(page)
                .contains("Просрочено 1 дело")
                .contains("На этой неделе 1 дело")
                .contains("3 дня назад")
                .contains("без срока")
                .contains("href=\"" + school.path("/late") + "\"")
                .contains("href=\"" + school.path("/some-day") + "\"");
        assertThat(page.indexOf("/late")).isLessThan(page.indexOf("/soon"));
        assertThat(page.indexOf("/soon")).isLessThan(page.indexOf("/later"));
    }

    @Test
    void saysThatAllIsDone() {
        assertThat(home(school, Role.CURATOR)).contains("Всё сделано").contains("Срочных дел нет");
    }

    @Test
    void showsWhomOneWaitsForWithoutALinkIntoTheirPages() {
        put(school.scope(Role.CURATOR), district.id(), "a", null, "/review");

        assertThat(home(school, Role.CURATOR))
                .contains("Ждём других")
                .contains("Район")
                .doesNotContain("/review\"");
    }

    @Test
    void showsNobodyTheTasksOfAnotherRole() {
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "a", null, "/late");

        assertThat(home(school, Role.PSYCHOLOGIST)).doesNotContain(school.path("/late"));
    }

    @Test
    void speaksEnglishToThoseWhoWantIt() {
        assertThat(
                        mvc.get()
                                .uri(school.path("/home") + "?lang=en")
                                .with(school.signedIn(Role.CURATOR)))
                .hasStatusOk();
        assertThat(
                        mvc.get()
                                .uri(district.path("/home"))
                                .with(district.signedIn(Role.DISTRICT_HEAD)))
                .hasStatusOk();
    }

    @Test
    void doesNotExistForStrangers() {
        assertThat(
                        mvc.get()
                                .uri(school.path("/home"))
                                .with(district.school().signedIn(Role.CURATOR)))
                .hasStatus(404);
    }

    private String home(Regions.Org org, Role role) {
        var answer = mvc.get().uri(org.path("/home")).with(org.signedIn(role)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(
                answer.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private void put(Scope scope, OrgId org, String key, @Nullable LocalDate due, String path) {
        var draft =
                new TaskDraft(
                        new TaskKey("agenda.home-test:" + key),
                        org,
                        Assignee.carrying(Role.CURATOR, Role.DISTRICT_OFFICER),
                        "agenda.test",
                        List.of(key),
                        due,
                        path);
        CurrentScope.run(
                scope,
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> agenda.put(draft)));
    }
}
