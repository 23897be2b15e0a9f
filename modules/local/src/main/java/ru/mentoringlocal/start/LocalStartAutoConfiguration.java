package ru.mentoringlocal.start;

import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import ru.mentoringlocal.demo.Logins;

/** What the local start adds to the application. */
@AutoConfiguration(beforeName = "ru.mentoringlocal.demo.DemoAutoConfiguration")
@Profile("local")
@Import(CaughtMailController.class)
class LocalStartAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStart.class);

    @Bean
    Logins logins() {
        return name ->
                LocalAccount.all().stream()
                        .filter(account -> account.login().equals(name))
                        .map(account ->
                                new Logins.Login(
                                        account.subject(), account.displayName(), account.email()))
                        .findFirst()
                        .or(Optional::empty);
    }

    /**
     * Says at the end where to go and who can sign in. Before everything else that begins now: what
     * works in the background must not hold up Keycloak.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ApplicationListener<ApplicationReadyEvent> whereToGo() {
        return ready -> {
            LocalStart.awaitKeycloak();
            var settings = LocalSettings.read(ready.getApplicationContext().getEnvironment());
            var accounts =
                    LocalAccount.all().stream()
                            .map(account ->
                                    "  %-14s %s".formatted(account.login(), account.displayName()))
                            .collect(Collectors.joining(System.lineSeparator()));
            LOG.info(
                    """
                    Ready.

                      Open {}
                      Letters that were sent: {}/local/mail
                      Password of everybody: {}

                    {}

                      Try first: sign in as curator and upload docs/samples/dorozhnaya-karta-shkoly.docx under the roadmap.
                      Ctrl-C stops everything; the next start keeps the data in {}.
                    """,
                    settings.address(),
                    settings.address(),
                    LocalSettings.PASSWORD,
                    accounts,
                    settings.directory());
        };
    }
}
