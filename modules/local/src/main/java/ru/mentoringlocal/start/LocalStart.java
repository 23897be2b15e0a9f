package ru.mentoringlocal.start;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts what the application needs before it is made, and tells it where that is.
 *
 * <p>Keycloak is slow to start and only needed when somebody signs in, so it starts beside the
 * application.
 */
class LocalStart implements EnvironmentPostProcessor, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStart.class);

    private static volatile CompletableFuture<LocalKeycloak> keycloak = new CompletableFuture<>();
    private static volatile GreenMail mail = new GreenMail();

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.acceptsProfiles(Profiles.of("local"))) {
            return;
        }
        var settings = LocalSettings.read(environment);
        Processes.insistFree(settings.port(), "server.port");
        LOG.info("1/4 PostgreSQL: data in {}", settings.directory().resolve("postgres"));
        var postgres = LocalPostgres.start(settings);
        LOG.info(
                "2/4 Keycloak: starts beside the application, messages in {}",
                settings.directory().resolve("keycloak/keycloak.log"));
        var realm = LocalRealm.json(settings, LocalAccount.all());
        keycloak =
                CompletableFuture.supplyAsync(
                        () -> LocalKeycloak.start(settings, postgres.url("keycloak"), realm));
        LOG.info("3/4 Mail catcher: port {}", settings.mailPort());
        mail = startMail(settings);
        stopAfterTheApplication(postgres);
        tell(environment, settings, postgres);
        LOG.info("4/4 Application: tables, then pages");
    }

    static CompletableFuture<LocalKeycloak> keycloak() {
        return keycloak;
    }

    static GreenMail mail() {
        return mail;
    }

    private static GreenMail startMail(LocalSettings settings) {
        Processes.insistFree(settings.mailPort(), "mentoring.local.mail-port");
        var server =
                new GreenMail(
                        new ServerSetup(
                                settings.mailPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** The order matters: the closing application still writes, and Keycloak too. */
    private static void stopAfterTheApplication(LocalPostgres postgres) {
        SpringApplication.getShutdownHandlers()
                .add(() -> {
                    keycloak.thenAccept(LocalKeycloak::close).exceptionally(failed -> null).join();
                    mail.stop();
                    postgres.close();
                });
    }

    private static void tell(
            ConfigurableEnvironment environment, LocalSettings settings, LocalPostgres postgres) {
        var known = new HashMap<String, Object>();
        known.put("spring.datasource.url", postgres.url("mentoring"));
        known.put("spring.datasource.username", "mentoring_app");
        known.put("spring.datasource.password", LocalSettings.PASSWORD);
        known.put("spring.flyway.url", postgres.url("mentoring"));
        known.put("spring.flyway.user", "mentoring_migrator");
        known.put("spring.flyway.password", LocalSettings.PASSWORD);
        known.put("mentoring.identity.issuer", settings.issuer());
        known.put("mentoring.identity.client-secret", LocalSettings.CLIENT_SECRET);
        known.put("spring.mail.host", "127.0.0.1");
        known.put("spring.mail.port", settings.mailPort());
        known.put("mentoring.public-url", settings.address());
        environment.getPropertySources().addFirst(new MapPropertySource("local start", known));
    }
}
