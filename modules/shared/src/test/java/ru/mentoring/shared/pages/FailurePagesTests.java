package ru.mentoring.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
@ExtendWith(OutputCaptureExtension.class)
class FailurePagesTests {

    private static final Pattern REFERENCE =
            Pattern.compile("Номер обращения ([0-9A-Z]{4}-[0-9A-Z]{4})");

    @LocalServerPort int port;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/sample/fail/missing, 404, Такой страницы нет",
        "/sample/fail/right, 403, У вас нет доступа к этой странице",
        "/sample/fail/conflict, 409, 'Пока вы писали, эту запись изменили'",
        "/sample/fail/gone, 410, Публикация снята",
        "/sample/fail/invalid, 422, Данные не приняты",
        "/sample/fail/database, 503, Сервис временно недоступен",
        "/sample/fail/bug, 500, Не получилось",
        "/nowhere, 404, Такой страницы нет",
        "/sample/id/7, 404, Такой страницы нет",
        "/sample?page=seven, 400, Запрос не получилось прочитать"
    })
    void tellsInWordsWhatHasGoneWrong(String path, int status, String title) {
        var page = browser.open(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body())
                .contains("<h1>%s</h1>".formatted(title))
                .contains("class=\"side\"")
                .contains("<title>%s — Ромашковская СОШ № 3</title>".formatted(title));
    }

    @ParameterizedTest
    @CsvSource({
        "/sample/fail/missing, There is no such page",
        "/sample/fail/right, You have no access to this page",
        "/sample/fail/bug, It did not work"
    })
    void tellsItInEnglishAsWell(String path, String title) {
        browser.submit("/language", "language", "en", "back", "/sample");

        var page = browser.open(path);

        assertThat(page.body()).contains("<html lang=\"en\"", "<h1>%s</h1>".formatted(title));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sample/fail/bug", "/sample/broken-template"})
    void givesAReferenceThatTheLogKnowsAndNothingElse(String path, CapturedOutput log) {
        var page = browser.open(path);

        assertThat(page.statusCode()).isEqualTo(500);
        assertThat(page.body())
                .doesNotContain(
                        "Exception", "select secret", "at ru.mentoring", "missing.property");
        assertThat(log).contains("reference " + reference(page));
    }

    @Test
    void saysTheSameOfWhatIsNotThereAndOfWhatIsNotYours() {
        var here = browser.open("/sample/id/" + new UUID(0, 1));
        var nowhere = browser.open("/sample/id/" + new UUID(0, 2));

        assertThat(withoutAddress(here.body())).isEqualTo(withoutAddress(nowhere.body()));
    }

    @Test
    void showsTheBareLayoutWhenEvenTheFrameCannotBeHad() {
        var page = browser.open("/sample", "X-Broken", "1");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("Сервис временно недоступен")
                .doesNotContain("class=\"side\"");
        assertThat(page.headers().firstValue("Retry-After")).hasValue("60");
    }

    @Test
    void keepsTheTextOfAFormThatSomebodyElseOvertook() {
        var page =
                browser.submit(
                        "/sample/fail/conflict",
                        "answer",
                        "Добавили выступление на собраниях <22 октября>",
                        "kind",
                        "CURATOR",
                        "_csrf",
                        "a secret of ours");

        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body())
                .contains("Ваш текст не потерян")
                .contains("Добавили выступление на собраниях &lt;22 октября&gt;</textarea>")
                .doesNotContain("CURATOR", "a secret of ours");
    }

    @Test
    void doesNotTakeAFormThatOutlivedItsSessionForAMissingRight() {
        var page = browser.submit("/sample/stale", "answer", "Добавили выступление на собраниях");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(Browser.text(page))
                .contains("Вы давно не работали, и вход закрылся")
                .contains("Добавили выступление на собраниях")
                .doesNotContain("нет доступа");
    }

    @ParameterizedTest
    @CsvSource({"missing, 404", "right, 403", "bug, 500", "conflict, 409", "database, 503"})
    void putsANoteAboveTheContentWhereOnlyAPartWasAskedFor(String how, int status) {
        var part = browser.submitByHtmx(false, "/sample/fail/" + how);

        assertThat(part.statusCode()).isEqualTo(status);
        assertThat(part.body()).startsWith("<div class=\"note note-bad\"").doesNotContain("<html");
        assertThat(part.headers().firstValue("HX-Retarget")).hasValue("#notice");
        assertThat(part.headers().firstValue("HX-Reswap")).hasValue("innerHTML");
    }

    @Test
    void leavesTheFormOnTheScreenWhenItCouldNotBeSent() {
        var note = browser.submitByHtmx(true, "/sample/fail/bug", "remark", "Длинный важный текст");

        assertThat(note.body()).startsWith("<div class=\"note note-bad\"");
        assertThat(reference(note)).isNotEmpty();
    }

    @Test
    void showsTheWholePageWhereALinkWasFollowedOrAnotherWasFaster() {
        var link = browser.open("/sample/fail/missing", "HX-Request", "true", "HX-Boosted", "true");
        var overtaken =
                browser.submitByHtmx(true, "/sample/fail/conflict", "remark", "Мой длинный текст");

        assertThat(link.body()).startsWith("<!DOCTYPE html>");
        assertThat(link.headers().firstValue("HX-Retarget")).isEmpty();
        assertThat(overtaken.body()).startsWith("<!DOCTYPE html>").contains("Мой длинный текст");
    }

    @Test
    void refusesALargeFileInWordsAndNotByCuttingTheConnection() {
        var limit = 21 * 1024 * 1024;
        var body = new byte[3 * limit];
        Arrays.fill(body, (byte) 'x');
        var head =
                "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\r\n"
                        .getBytes();
        System.arraycopy(head, 0, body, 0, head.length);

        var page =
                browser.send(
                        browser.request("/sample/upload")
                                .header("Content-Type", "multipart/form-data; boundary=cut")
                                .POST(BodyPublishers.ofByteArray(body)));

        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(Browser.text(page)).contains("Файл слишком большой", "до 20 МБ");
    }

    private static String reference(HttpResponse<String> page) {
        var found = REFERENCE.matcher(page.body());
        assertThat(found.find()).as("a reference on the page").isTrue();
        return found.group(1);
    }

    private static String withoutAddress(String page) {
        return page.replaceAll("/sample/id/[0-9a-f-]+", "");
    }
}
