package ru.mentoring.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class ShellPagesTests {

    @LocalServerPort int port;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void showsWhoWorksForWhom() {
        var page = browser.open("/sample");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.text(page))
                .contains("Лукоморская область", "Ромашковская СОШ № 3", "Куратор · сменить")
                .contains("Сказкина Мария Петровна", "МС");
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains("<title>Компоненты — Ромашковская СОШ № 3</title>");
    }

    @Test
    void marksTheCurrentPageInTheNavigation() {
        var page = browser.open(SampleController.BASE + "/mentees?page=2");

        assertThat(page.body())
                .containsOnlyOnce(
                        "<li><a href=\"%s/mentees\" aria-current=\"page\">"
                                .formatted(SampleController.BASE))
                .contains("<li><a href=\"%s/mentors\">".formatted(SampleController.BASE));
    }

    @Test
    void showsNoNavigationToNobody() {
        var page = browser.open("/sample", "X-Nobody", "1");

        assertThat(page.body()).doesNotContain("class=\"side\"", "/logout", "bottomnav");
        assertThat(page.body()).contains("<title>Компоненты — Наставничество</title>");
    }

    @Test
    void saysOnceWhatHasBeenDone() {
        var answer =
                browser.submit(
                        "/sample",
                        "name",
                        "Тимур",
                        "born",
                        "14.03.2013",
                        "kind",
                        "a",
                        "place",
                        "b",
                        "interests",
                        "a",
                        "_informed",
                        "on");
        assertThat(answer.statusCode()).as(Browser.text(answer)).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sample");

        assertThat(Browser.text(browser.open("/sample")))
                .contains("Карта «Тимур» отправлена в район.");
        assertThat(browser.open("/sample").body()).doesNotContain("class=\"banner\"");
    }

    @Test
    void namesEachFieldToBeCorrectedInTheOrderOfTheForm() {
        var page =
                browser.submit(
                        "/sample",
                        "name",
                        "",
                        "born",
                        "",
                        "kind",
                        "a",
                        "place",
                        "",
                        "_informed",
                        "on");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body())
                .contains("<title>Ошибка: Компоненты — Ромашковская СОШ № 3</title>");
        assertThat(page.body())
                .containsSubsequence(
                        "Исправьте 4 ошибки",
                        "<a href=\"#name\">Фамилия, имя, отчество: заполните поле</a>",
                        "<a href=\"#born\">Дата рождения: заполните поле</a>",
                        "<a href=\"#place\">Где: заполните поле</a>",
                        "<a href=\"#interests\">Интересы: заполните поле</a>");
    }

    @Test
    void keepsWhatCouldNotBeRead() {
        var page =
                browser.submit(
                        "/sample",
                        "name",
                        "Тимур",
                        "born",
                        "вчера",
                        "kind",
                        "a",
                        "place",
                        "b",
                        "_informed",
                        "on");

        assertThat(Browser.text(page)).contains("Исправьте 1 ошибку");
        assertThat(page.body())
                .contains("Дата рождения: укажите дату, например 14.03.2013")
                .contains("value=\"вчера\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"born-hint born-error\"");
    }

    @Test
    void readsTheRestOfAFormOfWhichAFieldIsUnreadable() {
        var page =
                browser.submit(
                        "/sample",
                        "name",
                        "Тимур",
                        "born",
                        "14.03.2013",
                        "starts",
                        "завтра",
                        "kind",
                        "a",
                        "place",
                        "b",
                        "interests",
                        "a",
                        "hours",
                        "три",
                        "_informed",
                        "on");

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(Browser.text(page)).contains("Исправьте 2 ошибки");
        assertThat(page.body())
                .contains("value=\"14.03.2013\"", "value=\"завтра\"", "value=\"три\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.03.+12013", "14.03.-2013", "31.02.2013", "14.03.13"})
    void takesNoDayThatNobodyCanMean(String day) {
        var page = browser.submit("/sample", "name", "Тимур", "born", day);

        assertThat(page.body()).contains("Дата рождения: укажите дату, например 14.03.2013");
    }
}
