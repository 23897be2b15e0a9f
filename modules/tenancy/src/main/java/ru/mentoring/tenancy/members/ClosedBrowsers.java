package ru.mentoring.tenancy.members;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.mentoring.shared.logins.OpenLogins;
import ru.mentoring.tenancy.RoleTaken;

/**
 * Signs out whoever has lost the last role, in all open browsers.
 *
 * <p>Their pages have been closed to them since the role was taken; this ends the sessions as well.
 * Whoever still has a role somewhere, also in another region or from a day to come, stays signed
 * in. To hear of a departure twice does no harm.
 */
@Component
class ClosedBrowsers {

    private record Login(String issuer, String subject) {}

    private final JdbcClient jdbc;
    private final OpenLogins logins;

    ClosedBrowsers(JdbcClient jdbc, OpenLogins logins) {
        this.jdbc = jdbc;
        this.logins = logins;
    }

    @ApplicationModuleListener(id = "tenancy.close-browsers")
    void on(RoleTaken departure) {
        jdbc.sql("select issuer, subject from sec.login_without_role(?)")
                .param(departure.account().value())
                .query(Login.class)
                .optional()
                .ifPresent(login -> logins.end(login.issuer(), login.subject()));
    }
}
