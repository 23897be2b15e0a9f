package ru.mentoring.agenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
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
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class HomePageTests {

    @Autowired MockMvcTester mvc;
    @Autowired Agenda agenda;
    @Autowired Regions regions;
    @Autowired PlatformTransactionManager transactions;
    @Autowired Clock clock;
    @Autowired OracleDb oracle;

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
    void tellsWhoAsksForItAndWhoElseHasIt() {
        school.subject(Role.DEPUTY);
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "a", null, "/shared", Role.DEPUTY);

        assertThat(home(school, Role.CURATOR)).contains("от: Район").contains("также: deputy");
    }

    @Test
    void setsATaskAsideUntilADayForAReasonThatColleaguesRead() {
        var today = LocalDate.now(clock);
        put(
                district.scope(Role.DISTRICT_OFFICER),
                school.id(),
                "a",
                today.minusDays(3),
                "/late",
                Role.DEPUTY);

        assertThat(pause(Role.CURATOR, today.plusDays(5), "Ждём приказ", version()))
                .hasStatus3xxRedirection();

        assertThat(home(school, Role.DEPUTY))
                .contains("Отложено")
                .contains("curator")
                .contains("Ждём приказ")
                .doesNotContain("Просрочено 1 дело");

        assertThat(
                        mvc.post()
                                .uri(school.path("/home/" + task() + "/pause/end"))
                                .param("_once", UUID.randomUUID().toString())
                                .param("version", version())
                                .with(csrf())
                                .with(school.signedIn(Role.DEPUTY)))
                .hasStatus3xxRedirection();
        assertThat(home(school, Role.CURATOR)).contains("Просрочено 1 дело");
    }

    @Test
    void movesNoDeadlineBySettingATaskAside() {
        var today = LocalDate.now(clock);
        put(
                district.scope(Role.DISTRICT_OFFICER),
                school.id(),
                "a",
                today.plusDays(20),
                "/soon",
                Role.DEPUTY);

        assertThat(pause(Role.CURATOR, today.plusDays(21), "Ждём приказ", version()))
                .hasStatus(422)
                .bodyText()
                .contains("последний возможный день");
        assertThat(pause(Role.CURATOR, today, "Ждём приказ", version())).hasStatus(422);
        assertThat(pause(Role.CURATOR, today.plusDays(2), " ", version()))
                .hasStatus(422)
                .bodyText()
                .contains("почему дело откладывается");
        assertThat(pause(Role.CURATOR, today.plusDays(20), "Ждём приказ", version()))
                .hasStatus3xxRedirection();
    }

    @Test
    void tellsWhoeverWasSlowerThatTheTaskHasChanged() {
        var today = LocalDate.now(clock);
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "a", null, "/some-day");
        var seen = version();
        pause(Role.CURATOR, today.plusDays(5), "Ждём приказ директора", seen);

        assertThat(pause(Role.CURATOR, today.plusDays(9), "Ждём ответа района", seen))
                .hasStatus(409)
                .bodyText()
                .contains("Ждём ответа района");
        assertThat(home(school, Role.CURATOR)).contains("Ждём приказ директора");
    }

    @Test
    void letsNobodySetAsideWhatIsNotTheirs() {
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "a", null, "/some-day");

        assertThat(pause(Role.PSYCHOLOGIST, LocalDate.now(clock).plusDays(5), "Не хочу", version()))
                .hasStatus(404);
    }

    @Test
    void showsWhatIsDoneAndByWhom() {
        put(district.scope(Role.DISTRICT_OFFICER), school.id(), "a", null, "/some-day");
        CurrentScope.run(
                school.scope(Role.CURATOR),
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status ->
                                        agenda.close(
                                                school.id(), new TaskKey("agenda.home-test:a"))));

        assertThat(home(school, Role.CURATOR))
                .contains("Показать сделанное за 30 дней: 1 дело")
                .contains("Испытание a")
                .contains("curator")
                .contains("Всё сделано");
    }

    @Test
    void remindsThoseWhoAreWaitedForOnceADay() {
        put(school.scope(Role.CURATOR), district.id(), "a", null, "/review");
        district.subject(Role.DISTRICT_OFFICER);
        assertThat(home(school, Role.CURATOR)).contains("/reminder\"");

        assertThat(remind(school, Role.CURATOR)).hasStatus3xxRedirection();

        assertThat(home(school, Role.CURATOR)).contains("напоминали").doesNotContain("/reminder\"");
        assertThat(remind(district, Role.DISTRICT_OFFICER)).hasStatus(404);
    }

    @Test
    void keepsHowSomebodyWantsToBeWrittenTo() {
        assertThat(settings(Role.CURATOR)).contains("Не беспокоить с").contains("value=\"0\"");

        assertThat(wish("0", "19:00")).hasStatus3xxRedirection();

        assertThat(settings(Role.CURATOR))
                .containsPattern("<option value=\"19:00\" selected=\"selected\">")
                .contains("value=\"1\"");
        assertThat(settings(Role.DEPUTY)).contains("value=\"0\"");
        assertThat(wish("0", "18:00")).as("an old page").hasStatus(409);
        assertThat(wish("1", "noon")).hasStatus(422);
    }

    private MvcTestResult wish(String version, String quietFrom) {
        return mvc.post()
                .uri(school.path("/home/settings"))
                .param("_once", UUID.randomUUID().toString())
                .param("version", version)
                .param("_newTasks", "on")
                .param("reminders", "true")
                .param("_reminders", "on")
                .param("digest", "true")
                .param("_weekends", "on")
                .param("quietFrom", quietFrom)
                .param("quietUntil", "07:00")
                .with(csrf())
                .with(school.signedIn(Role.CURATOR))
                .exchange();
    }

    private String settings(Role role) {
        return page(school, "/home/settings", role);
    }

    private MvcTestResult remind(Regions.Org org, Role role) {
        var task =
                oracle.jdbc()
                        .sql("select id from agenda.task where org_id = ?")
                        .param(district.id().value())
                        .query(UUID.class)
                        .single();
        return mvc.post()
                .uri(org.path("/home/" + task + "/reminder"))
                .param("_once", UUID.randomUUID().toString())
                .with(csrf())
                .with(org.signedIn(role))
                .exchange();
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
        return page(org, "/home", role);
    }

    private String page(Regions.Org org, String path, Role role) {
        var answer = mvc.get().uri(org.path(path)).with(org.signedIn(role)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(
                answer.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private MvcTestResult pause(Role role, LocalDate until, String because, String version) {
        return mvc.post()
                .uri(school.path("/home/" + task() + "/pause"))
                .param("_once", UUID.randomUUID().toString())
                .param("until", until.toString())
                .param("because", because)
                .param("version", version)
                .with(csrf())
                .with(school.signedIn(role))
                .exchange();
    }

    private UUID task() {
        return oracle.jdbc()
                .sql("select id from agenda.task where org_id = ?")
                .param(school.id().value())
                .query(UUID.class)
                .single();
    }

    private String version() {
        return oracle.jdbc()
                .sql("select version::text from agenda.task where org_id = ?")
                .param(school.id().value())
                .query(String.class)
                .single();
    }

    private void put(
            Scope scope,
            OrgId org,
            String key,
            @Nullable LocalDate due,
            String path,
            Role... others) {
        var draft =
                new TaskDraft(
                        new TaskKey("agenda.home-test:" + key),
                        org,
                        Assignee.carrying(
                                Role.CURATOR,
                                Stream.concat(Stream.of(others), Stream.of(Role.DISTRICT_OFFICER))
                                        .toArray(Role[]::new)),
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
