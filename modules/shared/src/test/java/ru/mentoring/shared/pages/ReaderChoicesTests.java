package ru.mentoring.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class ReaderChoicesTests {

    @LocalServerPort int port;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void speaksRussianWhateverTheBrowserAsksFor() {
        assertThat(browser.open("/sample", "Accept-Language", "en-GB").body())
                .contains("<html lang=\"ru\"");
    }

    @Test
    void speaksTheLanguageThatWasChosenAndComesBackToThePage() {
        var answer =
                browser.submit("/language", "language", "en", "back", "/sample?sort=-name&page=2");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith("/sample?sort=-name&page=2");
        assertThat(browser.open("/sample").body())
                .contains("<html lang=\"en\"")
                .contains("<button class=\"linkb\" type=\"submit\" name=\"language\" value=\"ru\"");
    }

    @Test
    void enlargesThePagesForWeakSight() {
        browser.submit("/a11y", "set", "size:150", "back", "/sample");
        browser.submit("/a11y", "set", "scheme:black", "back", "/sample");

        assertThat(browser.open("/sample").body())
                .contains("data-size=\"150\" data-scheme=\"black\"")
                .contains("value=\"size:150\" aria-pressed=\"true\"");
    }

    @Test
    void returnsToTheOrdinaryLook() {
        browser.submit("/a11y", "set", "size:150", "back", "/sample");
        browser.submit("/a11y", "set", "scheme:white", "back", "/sample");
        browser.submit("/a11y", "set", "size:ordinary", "back", "/sample");
        assertThat(browser.open("/sample").body())
                .doesNotContain("data-size")
                .contains("data-scheme");

        browser.submit("/a11y", "set", "reset", "back", "/sample");
        assertThat(browser.open("/sample").body()).doesNotContain("data-size", "data-scheme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size:999", "size:150\" onload=", "colour:red", "size", ":", ""})
    void ignoresWhatCannotBeChosen(String command) {
        var answer = browser.submit("/a11y", "set", command, "back", "/sample");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.open("/sample").body()).doesNotContain("data-size", "onload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.org",
                "https://example.org/",
                "/\\example.org",
                "/{base}",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: a=b",
                ""
            })
    void leadsNowhereButIntoTheApplication(String back) {
        var answer = browser.submit("/language", "language", "en", "back", back);

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .isIn("/", "http://localhost:" + port + "/");
    }

    @Test
    void keepsTheChoicesFromScripts() {
        var answer = browser.submit("/a11y", "set", "font:serif", "back", "/");

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("a11y=font-serif;")
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=31536000");
    }

    @Test
    void offersTheChoicesOnAPageOfTheirOwnToNobodyInParticular() {
        var page = browser.open("/a11y", "X-Nobody", "1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.text(page))
                .contains("Вид страниц и язык", "Чёрным по белому", "English");
    }
}
