package ru.mentoring.tenancy.members;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Notes the day on which somebody signs in, for the list of those who have access. */
@Component
class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody is kept out because the day could not be noted. */
    @EventListener
    void note(InteractiveAuthenticationSuccessEvent signIn) {
        if (!(signIn.getAuthentication().getPrincipal() instanceof OidcUser person)) {
            return;
        }
        try {
            jdbc.sql("select sec.seen(?, ?, cast(? as date))")
                    .params(
                            Objects.requireNonNull(person.getIssuer()).toString(),
                            Objects.requireNonNull(person.getSubject()),
                            LocalDate.now(clock))
                    .query((row, number) -> Boolean.TRUE)
                    .single();
        } catch (DataAccessException failure) {
            LOG.warn("The day of a sign-in could not be noted", failure);
        }
    }
}
