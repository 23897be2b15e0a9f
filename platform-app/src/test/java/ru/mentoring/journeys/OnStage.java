package ru.mentoring.journeys;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Brings up the product and a browser before a journey, and ends them after it. */
final class OnStage implements BeforeAllCallback, AfterAllCallback {

    private record Stage(RunningPlatform platform, Playwright playwright, Browser browser) {}

    private static @Nullable Stage stage;

    /** The running product. */
    static RunningPlatform platform() {
        return Objects.requireNonNull(stage).platform();
    }

    static Browser browser() {
        return Objects.requireNonNull(stage).browser();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var chromium = chromium();
        if (chromium.isEmpty()) {
            assumeTrue(System.getenv("CI") == null, "No Chromium here: the journeys are skipped");
            throw new IllegalStateException(
                    "The journeys need Chromium, and CI must not skip them");
        }
        stage = open(chromium.get());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var played = stage;
        stage = null;
        if (played != null) {
            played.playwright().close();
            played.platform().close();
        }
    }

    private static Stage open(Path chromium) {
        var platform = RunningPlatform.start();
        var playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Stage(
                platform,
                playwright,
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking"))));
    }

    private static Optional<Path> chromium() {
        return List.of("chromium", "chromium-browser", "google-chrome").stream()
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
