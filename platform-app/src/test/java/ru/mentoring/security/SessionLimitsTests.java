package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import ru.mentoring.Http;
import ru.mentoring.HttpTest;
import ru.mentoring.StoredLogins;
import ru.mentoringtest.OracleDb;

/** Check AUT-11: how long a session lasts, whose it is, and what becomes of it in the browser. */
@HttpTest
class SessionLimitsTests {

    private static final String LOGIN = "/oauth2/authorization/keycloak";

    @LocalServerPort int port;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;
    @Autowired ConversionService springSessionConversionService;
    @Autowired OracleDb oracle;

    private final String subject = UUID.randomUUID().toString();
    private StoredLogins logins;

    @BeforeEach
    void prepare() {
        logins = new StoredLogins(sessions);
    }

    @Test
    void endHalfAnHourAfterTheLastRequest() {
        var nearly = logins.open(subject, Instant.now(), "desk").getId();
        var over = logins.open(subject, Instant.now(), "desk").getId();
        idle(nearly, Duration.ofMinutes(29));
        idle(over, Duration.ofMinutes(31));

        assertThat(isSignedIn(nearly)).isTrue();
        assertThat(isSignedIn(over)).isFalse();
    }

    @Test
    void endTenHoursAfterTheLoginHoweverBusyTheyAre() {
        var nearly = openedBefore(Duration.ofHours(10).minusMinutes(1));
        var over = openedBefore(Duration.ofHours(10).plusMinutes(1));

        assertThat(isSignedIn(nearly)).isTrue();
        assertThat(isSignedIn(over)).isFalse();
        assertThat(stored(over)).as("the row of a session that is over").isZero();
    }

    /** A visitor's session grows into that of whoever signs in at last. */
    @Test
    void countFromTheLoginAndNotFromTheFirstVisit() {
        var session = logins.open(subject, Instant.now(), "desk").getId();
        began(session, Duration.ofHours(11));

        assertThat(isSignedIn(session)).isTrue();
    }

    @Test
    void keepTheCookieToThisHostAndAwayFromScripts() {
        var cookies = secure("/oauth2/authorization/keycloak").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .singleElement()
                .asString()
                .startsWith("__Host-SESSION=")
                .containsIgnoringCase("; Path=/")
                .containsIgnoringCase("; Secure")
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax")
                .doesNotContainIgnoringCase("Domain=")
                .doesNotContainIgnoringCase("Max-Age=")
                .doesNotContainIgnoringCase("Expires=");
    }

    @Test
    void takeNoIdThatABrowserBrings() {
        var chosen = UUID.randomUUID().toString();

        var answer = secure(LOGIN, "Cookie", StoredLogins.cookie(chosen));

        assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .contains("__Host-SESSION=")
                .doesNotContain(StoredLogins.cookie(chosen));
        assertThat(stored(chosen)).isZero();
    }

    /** A browser asks for several things at once before it has seen its first page whole. */
    @Test
    void takeFiftyFirstRequestsAtOnce() throws Exception {
        var session = logins.open(subject, Instant.now(), "desk").getId();
        var together = new CyclicBarrier(50);
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 50; i++) {
                asked.add(() -> {
                    together.await();
                    return secure("/switch", "Cookie", StoredLogins.cookie(session)).statusCode();
                });
            }
            for (var answer : threads.invokeAll(asked)) {
                answers.add(answer.get());
            }
        }

        // Beyond what is let in at once a request is sent away in words; none may fail.
        assertThat(answers)
                .hasSize(50)
                .contains(200)
                .allMatch(status -> status == 200 || status == 503);
    }

    /** The same attribute of the same session, by two requests that both find it missing. */
    @Test
    void storeAnAttributeTwiceWithoutFailing() {
        twoFirstWriters(sessions);
    }

    private static <S extends Session> void twoFirstWriters(
            FindByIndexNameSessionRepository<S> sessions) {
        var session = sessions.createSession();
        sessions.save(session);
        var one = sessions.findById(session.getId());
        var other = sessions.findById(session.getId());
        one.setAttribute("first", "one");
        other.setAttribute("first", "other");

        sessions.save(one);
        sessions.save(other);

        assertThat(sessions.findById(session.getId()).<String>getAttribute("first"))
                .isEqualTo("other");
    }

    /** Whoever can write into the table of sessions cannot have any class made from it. */
    @Test
    void readNothingFromTheirTableButWhatSessionsAreMadeOf() throws IOException {
        var known = logins.open(subject, Instant.now(), "desk");
        assertThat(sessions.findById(known.getId()).getAttributeNames()).isNotEmpty();

        assertThatExceptionOfType(ConversionFailedException.class)
                .isThrownBy(() ->
                        springSessionConversionService.convert(bytes(new Smuggled()), Object.class))
                .havingRootCause()
                .withMessageContaining("REJECTED");
    }

    /** Of a library, so that it is on the class path of production as well. */
    record Smuggled(com.zaxxer.hikari.util.FastList<String> list) implements Serializable {

        Smuggled() {
            this(new com.zaxxer.hikari.util.FastList<>(String.class));
        }
    }

    private static byte[] bytes(Smuggled object) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(object.list());
        }
        return bytes.toByteArray();
    }

    private String openedBefore(Duration age) {
        var session = logins.open(subject, Instant.now().minus(age), "desk").getId();
        began(session, age);
        return session;
    }

    private void began(String session, Duration before) {
        oracle.jdbc()
                .sql("update infra.spring_session set creation_time = ? where session_id = ?")
                .params(Instant.now().minus(before).toEpochMilli(), session)
                .update();
    }

    private void idle(String session, Duration since) {
        var last = Instant.now().minus(since);
        oracle.jdbc()
                .sql(
                        "update infra.spring_session set last_access_time = ?, expiry_time = ? where session_id = ?")
                .params(
                        last.toEpochMilli(),
                        last.plus(Duration.ofMinutes(30)).toEpochMilli(),
                        session)
                .update();
    }

    private long stored(String session) {
        return oracle.count(
                "select count(*) from infra.spring_session where session_id = ?", session);
    }

    private boolean isSignedIn(String session) {
        return secure("/switch", "Cookie", StoredLogins.cookie(session)).statusCode() == 200;
    }

    private HttpResponse<String> secure(String path, String... headers) {
        var all = new ArrayList<String>();
        all.add("X-Forwarded-Proto");
        all.add("https");
        all.addAll(java.util.List.of(headers));
        return Http.get(port, path, all.toArray(String[]::new));
    }
}
