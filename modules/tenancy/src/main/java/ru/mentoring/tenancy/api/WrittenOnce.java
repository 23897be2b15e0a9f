package ru.mentoring.tenancy.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.api.NamedProblem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a program repeat what it has written, because it got no answer, without writing twice.
 *
 * <p>The program's key goes in within the transaction of its effect: what was refused or rolled
 * back may be tried again under the same key. Who comes while the first one is still running waits
 * for it.
 */
@Component
class WrittenOnce {

    static final String HEADER = "Idempotency-Key";

    private static final String WORDS = "tenancy.api.problem.";
    private static final int LONGEST_KEY = 100;

    /**
     * What a call has made.
     *
     * @param again whether an earlier call made it
     */
    record Made(UUID id, boolean again) {}

    private record Before(byte[] asked, @Nullable UUID made) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    WrittenOnce(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Does what is to be done, unless it was done under this key.
     *
     * @param asked address and body of the call, by which a key is recognised that was used for
     *     something else
     * @param effect makes something and returns its id
     * @throws NamedProblem without a key, or if it was used for something else
     */
    @Transactional
    public Made once(UUID system, @Nullable String key, Object asked, Supplier<UUID> effect) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new NamedProblem(HttpStatus.BAD_REQUEST, WORDS, "idempotency-key-missing");
        }
        var hash = hash(json.writeValueAsString(asked));
        var first =
                jdbc.sql(
                                """
                                insert into infra.api_request (system_id, key, asked) values (?, ?, ?) on conflict do nothing\
                                """)
                        .params(system, key, hash)
                        .update();
        if (first == 0) {
            return before(system, key, hash);
        }
        var made = effect.get();
        jdbc.sql("update infra.api_request set made = ? where system_id = ? and key = ?")
                .params(made, system, key)
                .update();
        return new Made(made, false);
    }

    private Made before(UUID system, String key, byte[] hash) {
        var before =
                jdbc.sql(
                                "select asked, made from infra.api_request where system_id = ? and key = ?")
                        .params(system, key)
                        .query((row, number) ->
                                new Before(
                                        row.getBytes("asked"), row.getObject("made", UUID.class)))
                        .single();
        if (!Arrays.equals(before.asked(), hash) || before.made() == null) {
            throw new NamedProblem(
                    HttpStatus.UNPROCESSABLE_CONTENT, WORDS, "idempotency-key-reused");
        }
        return new Made(before.made(), true);
    }

    /** A program that has not asked again for two days will not. */
    @Scheduled(cron = "${mentoring.api.sweep:0 40 3 * * *}")
    @SchedulerLock(name = "api.sweep")
    void sweep() {
        jdbc.sql("delete from infra.api_request where at < now() - interval '48 hours'").update();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
