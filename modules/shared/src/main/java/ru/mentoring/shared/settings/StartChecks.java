package ru.mentoring.shared.settings;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;
import org.springframework.modulith.NamedInterface;

/**
 * Looks over the settings before anything is started by them, so that a wrong one ends the start
 * with one sentence and not with the stack trace of whatever stumbled over it first.
 *
 * <p>The local start chooses its own settings, for invented people on one machine, and is not
 * asked.
 */
@NamedInterface("start")
public class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Runs that do one thing over the database, and end. */
    private static final Profiles WITHOUT_PAGES = Profiles.of("migrate", "verify-audit", "command");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            return;
        }
        var given = new GivenSettings(environment);
        boolean migrates = environment.acceptsProfiles(Profiles.of("migrate"));
        if (environment.acceptsProfiles(WITHOUT_PAGES)) {
            Secrets.insistOnDatabase(given, migrates);
        } else {
            Secrets.insist(given);
            given.insistOnAddress("mentoring.identity.issuer", "MENTORING_IDENTITY_ISSUER");
            given.insistOnAddress("mentoring.public-url", "MENTORING_PUBLIC_URL");
        }
        boolean makesTables =
                environment.getProperty("spring.flyway.enabled", Boolean.class, false);
        (migrates ? DatabaseCheck.asMigrator(given) : DatabaseCheck.asApplication(given))
                .insist(!makesTables);
    }
}
