package ru.mentoringlocal.start;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts what the application needs before it is made, and tells it where that is.
 *
 * <p>Keycloak is slow to start and only needed when somebody signs in, so it starts beside the
 * application. Comes as soon as log lines are shown: whoever waits sees what for.
 */
class LocalStart implements ApplicationListener<SpringApplicationEvent>, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStart.class);

    private static volatile @Nullable LocalStart current;

    private CompletableFuture<LocalKeycloak> keycloak = new CompletableFuture<>();
    private GreenMail mail = new GreenMail();
    private @Nullable Guard guard;

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationEnvironmentPreparedEvent prepared
                    when prepared.getEnvironment().acceptsProfiles(Profiles.of("local")) -> {
                current = this;
                start(prepared.getEnvironment());
            }
            // Its threads would keep the process alive when the application is not there any more.
            case ApplicationFailedEvent failed -> mail.stop();
            default -> {}
        }
    }

    private void start(ConfigurableEnvironment environment) {
        Loopback.insist(environment);
        Processes.insistOnSystem(System.getProperty("os.name"), System.getProperty("os.arch"));
        var settings = LocalSettings.read(environment);
        var directory = settings.directory();
        var premises = Premises.take(directory);
        Processes.endLeftover(LocalKeycloak.pidFile(directory), LocalKeycloak.folder(directory));
        Processes.endLeftover(LocalPostgres.pidFile(directory), LocalPostgres.data(directory));
        settings.ports().forEach((property, port) -> Processes.insistFree(port, property));
        guard =
                Guard.over(
                        LocalKeycloak.pidFile(directory),
                        LocalKeycloak.folder(directory),
                        LocalPostgres.pidFile(directory),
                        LocalPostgres.data(directory));

        LOG.info("1/4 PostgreSQL: data in {}", LocalPostgres.data(directory));
        var postgres = LocalPostgres.start(settings);
        var server = new LocalKeycloak(settings);
        stopAfterTheApplication(postgres, server, premises);

        LOG.info(
                "2/4 Keycloak: starts beside the application, messages in {}",
                LocalKeycloak.folder(directory).resolve("keycloak.log"));
        var realm = LocalRealm.json(settings, LocalAccount.all());
        keycloak =
                CompletableFuture.supplyAsync(() -> {
                    server.start(postgres.url("keycloak"), realm);
                    return server;
                });

        LOG.info("3/4 Mail catcher: port {}", settings.mailPort());
        mail =
                new GreenMail(
                        new ServerSetup(
                                settings.mailPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();

        tell(environment, settings, postgres);
        LOG.info("4/4 Application: tables, then pages");
    }

    /** Waits until people can sign in. */
    static void awaitKeycloak() {
        try {
            started().keycloak.join().awaitReady();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CannotStart reason) {
                throw reason;
            }
            throw failed;
        }
    }

    static GreenMail mail() {
        return started().mail;
    }

    private static LocalStart started() {
        var start = current;
        if (start == null) {
            throw new IllegalStateException("Only the profile `local` starts anything");
        }
        return start;
    }

    /** The order matters: the closing application still writes, and Keycloak too. */
    private void stopAfterTheApplication(
            LocalPostgres postgres, LocalKeycloak server, Premises premises) {
        SpringApplication.getShutdownHandlers()
                .add(() -> {
                    server.close();
                    mail.stop();
                    postgres.close();
                    premises.close();
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
