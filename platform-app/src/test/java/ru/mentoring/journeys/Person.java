package ru.mentoring.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;

/**
 * One person at a browser of their own. Everything on the page is found by what is written there;
 * every page that is reached is examined.
 */
final class Person implements AutoCloseable {

    private static final String PASSWORD = "lukomorye-2026";

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** The elements that make the page wider than the screen, which is to hold it. */
    private static final String STICKING_OUT =
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [...document.body.querySelectorAll('*')]
                .filter(one => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
                .map(one => one.outerHTML.slice(0, 160)).slice(0, 5);
            }\
            """;

    /** For what the server does on its own, in milliseconds. */
    private static final double PATIENCE = 30_000;

    private final Manner manner;
    private final String name;
    private final MessageSource words;
    private final Path screenshots;
    private final String address;
    private final BrowserContext context;
    private final Page page;
    private final List<String> findings = new ArrayList<>();

    private Person(
            Manner manner,
            String name,
            MessageSource words,
            Path screenshots,
            String address,
            BrowserContext context) {
        this.manner = manner;
        this.name = name;
        this.words = words;
        this.screenshots = screenshots;
        this.address = address;
        this.context = context;
        this.page = context.newPage();
        context.setDefaultTimeout(20_000);
    }

    /** Somebody at a browser of their own on the stage, signed in. */
    static Person on(RunningPlatform platform, Manner manner, String login) {
        return signIn(
                OnStage.browser(),
                manner,
                platform.words(),
                platform.root()
                        .resolve(
                                System.getProperty(
                                        "screenshots", "platform-app/target/screenshots")),
                platform.address(),
                login);
    }

    /** Signs a person of the demonstration in and has the pages speak the journey's language. */
    private static Person signIn(
            Browser browser,
            Manner manner,
            MessageSource words,
            Path screenshots,
            String address,
            String login) {
        var context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(manner.width, manner.height)
                                .setJavaScriptEnabled(manner.scripts)
                                .setLocale("ru-RU"));
        var person = new Person(manner, login, words, screenshots, address, context);
        person.listen();
        person.signIn(login);
        return person;
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            // htmx notes there too that a page was no longer wanted.
            if (message.type().equals("error") && !message.text().startsWith("htmx:")) {
                findings.add("console: " + message.text());
            }
        });
        page.onPageError(error -> findings.add("script: " + error));
        page.onResponse(response -> {
            if (response.url().startsWith(address) && response.status() >= 400) {
                findings.add(response.status() + " " + response.url());
            }
        });
    }

    private void signIn(String login) {
        page.navigate(address + "/");
        page.locator("main a.btn-p, main button.btn-p").first().click();
        page.locator("#username").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(address) + ".*"));
        if (!manner.language.getLanguage().equals("ru")) {
            page.locator(
                            "footer button[name=language][value=%s]"
                                    .formatted(manner.language.getLanguage()))
                    .click();
        }
        assertThat(page.locator("html"))
                .hasAttribute("lang", Pattern.compile(manner.language.getLanguage() + ".*"));
    }

    String name() {
        return name;
    }

    /** Chooses where to work, as somebody who works at several places. */
    void workAt(String organisation) {
        page.navigate(address + "/switch");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(organisation).setExact(true))
                .click();
        page.waitForURL(Pattern.compile(".*/[sdr]/[0-9a-f-]{36}.*"));
    }

    /** Opens a section of the navigation by its name. */
    void open(String key) {
        var entry = page.locator("nav.side a").filter(having(word(key)));
        if (manner.phone()) {
            activate(page.locator(".bottomnav [data-toggle]"));
        }
        activate(entry.first());
    }

    /** Follows a link. */
    void follow(String key, Object... arguments) {
        followNamed(word(key, arguments));
    }

    void followNamed(String name) {
        activate(page.locator("main a").filter(having(name)).first());
    }

    /** Presses a button. */
    void press(String key, Object... arguments) {
        activate(
                page.locator("main button:visible:not(.vh)")
                        .filter(having(word(key, arguments)))
                        .first());
    }

    /** Presses with the mouse, or where scripts are off with the keyboard. */
    void activate(Locator what) {
        if (manner.scripts) {
            what.click();
        } else {
            waitForTheWholePage();
            what.press("Enter");
        }
    }

    /**
     * A browser that reaches the place named in the address takes the focus away from wherever it
     * is, and does so once more when the page is complete.
     */
    private void waitForTheWholePage() {
        page.waitForLoadState(LoadState.LOAD);
    }

    /** Writes into the field with this label. */
    void write(String key, String text) {
        labelled(key).fill(text);
    }

    void choose(String key, String value) {
        labelled(key).selectOption(value);
    }

    private Locator labelled(String key) {
        return page.locator("main")
                .getByLabel(word(key), new Locator.GetByLabelOptions().setExact(true))
                .first();
    }

    Locator find(String selector) {
        return page.locator("main").locator(selector);
    }

    void attach(Path file) {
        page.locator("main input[type=file]").setInputFiles(file);
    }

    /** Expects a page and examines it: nothing went wrong, nothing sticks out, all can use it. */
    void sees(String heading, Object... arguments) {
        seesNamed(word(heading, arguments));
    }

    void seesNamed(String heading) {
        assertThat(page.locator("main h1"))
                .containsText(
                        heading, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
        examine();
    }

    void reads(String key, Object... arguments) {
        readsNamed(word(key, arguments));
    }

    void readsNamed(String text) {
        assertThat(page.locator("main"))
                .containsText(
                        text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    void isTold(String key, Object... arguments) {
        assertThat(page.locator(".banner")).containsText(word(key, arguments));
    }

    /** Keeps a picture of the page. */
    void keepPicture(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(name.startsWith("where-it-failed"))
                        .setPath(
                                screenshots.resolve(
                                        manner.name().toLowerCase(Locale.ROOT)
                                                + "-"
                                                + name
                                                + ".png")));
    }

    /** Opens a part of the page that is folded away. */
    void unfold(String key) {
        activate(find("summary").filter(having(word(key))).first());
    }

    /** Ticks a box or chooses a radio button by its own words or by those of its row. */
    void tick(String name) {
        tick(
                page.locator("main label.chk")
                        .filter(having(name))
                        .first()
                        .locator("input:not([type=hidden])"));
    }

    /** Ticks with the mouse, or where scripts are off with the keyboard. */
    void tick(Locator what) {
        if (manner.scripts) {
            what.check();
        } else if (!what.isChecked()) {
            waitForTheWholePage();
            what.press("Space");
            assertThat(what).isChecked();
        }
    }

    private void examine() {
        if (page.evaluate(STICKING_OUT) instanceof List<?> wide && !wide.isEmpty()) {
            findings.add(page.url() + " is wider than the screen: " + wide);
        }
        if (manner.scripts) {
            // Bars that stay at the edge of the screen cover nothing when the screen holds the
            // page.
            var height = (Number) page.evaluate("document.documentElement.scrollHeight");
            page.setViewportSize(manner.width, Math.max(manner.height, height.intValue() + 200));
            for (var rule : new AxeBuilder(page).withTags(RULES).analyze().getViolations()) {
                var where =
                        rule.getNodes().stream()
                                .map(node -> node.getHtml() + ": " + node.getFailureSummary())
                                .limit(3)
                                .toList();
                findings.add(page.url() + " breaks " + rule.getId() + " at " + where);
            }
            page.setViewportSize(manner.width, manner.height);
        }
    }

    /** What was wrong on the pages this person has seen, in the order in which it was met. */
    List<String> findings() {
        return findings;
    }

    String word(String key, Object... arguments) {
        return words.getMessage(key, arguments, manner.language);
    }

    private static Locator.FilterOptions having(String name) {
        return new Locator.FilterOptions().setHasText(name);
    }

    @Override
    public void close() {
        context.close();
    }
}
