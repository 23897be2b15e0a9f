package ru.mentoring.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PagesTest
class AssetsTests {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final Pattern HASHED =
            Pattern.compile("/assets/[a-z.-]+-[0-9a-f]{32}\\.[a-z0-9]+");
    private static final Pattern URL = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");

    @LocalServerPort int port;

    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(port);
    }

    @Test
    void namesEveryStaticFileByItsContentAndLetsBrowsersKeepIt() {
        var links = links(browser.open("/sample").body());

        assertThat(links).hasSize(6).allMatch(HASHED.asMatchPredicate());
        for (String link : links) {
            var file = browser.open(link);
            assertThat(file.statusCode()).as(link).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000", "public", "immutable");
        }
    }

    @Test
    void linksFilesFromErrorPagesOfTheContainerInTheSameWay() {
        assertThat(links(browser.open("/sample/broken-template").body()))
                .hasSize(6)
                .allMatch(HASHED.asMatchPredicate());
    }

    @Test
    void linksFontsFromTheStylesheetByTheNamesThatThePagePreloads() {
        var page = browser.open("/sample").body();
        var sheet =
                links(page).stream()
                        .filter(link -> link.contains("/app-") && link.endsWith(".css"))
                        .findFirst();

        var fonts =
                URL.matcher(browser.open(sheet.orElseThrow()).body())
                        .results()
                        .map(font -> "/assets/" + font.group(1).replaceFirst(".*/", ""))
                        .toList();

        assertThat(fonts).hasSize(2).allMatch(HASHED.asMatchPredicate());
        assertThat(page).contains(fonts.getFirst());
    }

    @Test
    void doesNotKnowAFileByTheHashOfAnotherContent() {
        var stale = "/assets/app-0123456789abcdef0123456789abcdef.css";

        assertThat(browser.open(stale).statusCode()).isEqualTo(404);
    }

    @Test
    void sendsAFirstVisitWithinItsBudgetOfBytes() throws IOException, InterruptedException {
        var page = browser.open("/sample").body();
        int styles = 0;
        int scripts = 0;
        int fonts = 0;
        for (String link : links(page)) {
            int size = packed(link).length;
            if (link.endsWith(".css")) {
                styles += size;
            } else if (link.endsWith(".js")) {
                scripts += size;
            } else if (link.endsWith(".woff2")) {
                fonts += size;
            }
        }

        assertThat(packed("/sample").length).as("page").isLessThan(14 * 1024);
        assertThat(styles).as("stylesheets").isLessThan(18 * 1024);
        assertThat(scripts).as("scripts").isLessThan(26 * 1024);
        assertThat(fonts).as("preloaded font").isLessThan(45 * 1024);
    }

    /** Returns the bytes that travel, and checks that they can be unpacked if they are packed. */
    private byte[] packed(String path) throws IOException, InterruptedException {
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                browser.request(path, "Accept-Encoding", "gzip").build(),
                                BodyHandlers.ofByteArray());
        if (!path.endsWith(".woff2") && !path.endsWith(".svg")) {
            assertThat(answer.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                    .isNotEmpty();
        }
        return answer.body();
    }

    private static List<String> links(String page) {
        return LINK.matcher(page).results().map((MatchResult link) -> link.group(1)).toList();
    }
}
