package ru.mentoring.tenancy.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time keys of forms: whatever a form does, it does once.
 *
 * <p>The key of the running request is stored by the first transaction that writes, together with
 * its effect. A second request with the same key waits for the first one's transaction and is then
 * stopped before it does anything; if the first one was rolled back, the second may try again.
 */
@Component
public class FormKeys {

    private static final ScopedValue<Claim> CLAIM = ScopedValue.newInstance();

    private static final class Claim {
        private final UUID key;
        private boolean claimed;

        private Claim(UUID key) {
            this.key = key;
        }
    }

    private final JdbcClient jdbc;

    FormKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Handles a request whose form carries a key. */
    public <T> T with(UUID key, Callable<T> request) throws Exception {
        return ScopedValue.where(CLAIM, new Claim(key)).call(request::call);
    }

    /**
     * Writes down something that is no effect of the form, such as who was shown what it asked for:
     * the key stays unused.
     */
    public static void beside(Runnable note) {
        var nothingToClaim = new Claim(new UUID(0, 0));
        nothingToClaim.claimed = true;
        ScopedValue.where(CLAIM, nothingToClaim).run(note);
    }

    /** Remembers where the request led, for whoever repeats it. */
    public void ledTo(UUID key, String location) {
        jdbc.sql("update infra.form_key set location = ? where key = ?")
                .params(location, key)
                .update();
    }

    /** Returns where the first request with this key led, if it has finished. */
    public Optional<String> whereItLed(UUID key) {
        return jdbc.sql(
                        "select location from infra.form_key where key = ? and location is not null")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** Stores the key of the running request, if it has one, in its first writing transaction. */
    void claim(Connection connection) throws SQLException {
        if (!CLAIM.isBound() || CLAIM.get().claimed) {
            return;
        }
        var claim = CLAIM.get();
        try (var statement =
                connection.prepareStatement(
                        "insert into infra.form_key (key) values (?) on conflict do nothing")) {
            statement.setObject(1, claim.key);
            if (statement.executeUpdate() == 0) {
                throw new RepeatedForm(claim.key);
            }
        }
        claim.claimed = true;
    }
}
