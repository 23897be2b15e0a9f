package ru.mentoring.agenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
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
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class NoticeTests {

    @Autowired MockMvcTester mvc;
    @Autowired Agenda agenda;
    @Autowired Regions regions;
    @Autowired PlatformTransactionManager transactions;

    private Regions.District district;
    private Regions.Org school;

    @BeforeEach
    void openSchool() {
        district = regions.fresh().district();
        school = district.school();
        school.subject(Role.CURATOR);
    }

    @Test
    void ringsOnEveryPageUntilTheNoticesAreSeen() {
        put("a");
        put("b");
        assertThat(page("/home", Role.CURATOR)).contains("Уведомления: 2 новых");
        assertThat(page("/notices", Role.CURATOR))
                .contains("Испытание a", "Испытание b", "Новое дело");

        var seen =
                mvc.post()
                        .uri(school.path("/notices/seen"))
                        .param("_once", UUID.randomUUID().toString())
                        .param("until", String.valueOf(System.currentTimeMillis() + 1000))
                        .with(csrf())
                        .with(school.signedIn(Role.CURATOR))
                        .exchange();
        assertThat(seen).hasStatus3xxRedirection();

        assertThat(page("/home", Role.CURATOR)).doesNotContain("Уведомления: ");
        assertThat(page("/notices", Role.CURATOR)).contains("Испытание a");
    }

    @Test
    void ringsForNobodyElse() {
        put("a");

        assertThat(page("/home", Role.PSYCHOLOGIST)).doesNotContain("Уведомления: ");
        assertThat(page("/notices", Role.PSYCHOLOGIST)).doesNotContain("Испытание a");
    }

    @Test
    void ringsNoMoreWhenTheTaskIsDone() {
        put("a");
        within(
                school.scope(Role.CURATOR),
                () -> agenda.close(school.id(), new TaskKey("agenda.notice-test:a")));

        assertThat(page("/home", Role.CURATOR)).doesNotContain("Уведомления: ");
        assertThat(page("/notices", Role.CURATOR)).contains("Испытание a").contains("сделано");
    }

    @Test
    void givesTheBellAloneToAPageThatStaysOpen() {
        put("a");

        assertThat(page("/notices/bell", Role.CURATOR))
                .startsWith("<a")
                .contains("Уведомления: 1 новое")
                .contains("hx-get=\"" + school.path("/notices/bell") + "\"");
    }

    private String page(String path, Role role) {
        var answer = mvc.get().uri(school.path(path)).with(school.signedIn(role)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)
                .strip();
    }

    private void put(String key) {
        var draft =
                new TaskDraft(
                        new TaskKey("agenda.notice-test:" + key),
                        school.id(),
                        Assignee.carrying(Role.CURATOR),
                        "agenda.test",
                        List.of(key),
                        null,
                        "/roadmap");
        within(district.scope(Role.DISTRICT_OFFICER), () -> agenda.put(draft));
    }

    private void within(Scope scope, Runnable work) {
        CurrentScope.run(
                scope,
                () ->
                        new TransactionTemplate(transactions)
                                .executeWithoutResult(status -> work.run()));
    }
}
