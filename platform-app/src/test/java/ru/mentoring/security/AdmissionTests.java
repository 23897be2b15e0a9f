package ru.mentoring.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import ru.mentoring.Http;
import ru.mentoring.HttpTest;
import ru.mentoring.StoredLogins;
import ru.mentoring.shared.Open;

/**
 * Check REL-17: when all places before the database are taken, whoever comes next is told so at
 * once, without the database, and can come again when a place is free.
 */
@HttpTest
class AdmissionTests {

    /** Four for each of the eight connections of the tests. */
    private static final int PLACES = 32;

    @LocalServerPort int port;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;
    @Autowired MeterRegistry meters;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void sendsAwayInWordsWhoeverFindsNoPlace() throws Exception {
        var slow = new Slow();
        var info = RequestMappingInfo.paths("/a11y/slow").methods(RequestMethod.GET).build();
        mapping.registerMapping(info, slow, Slow.class.getDeclaredMethod("page"));
        var person = new StoredLogins(sessions).cookieOf(UUID.randomUUID().toString());
        double before = refused();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var inside = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < PLACES; i++) {
                inside.add(threads.submit(ask("/a11y/slow", person)));
            }
            assertThat(slow.entered.await(60, TimeUnit.SECONDS)).isTrue();

            var page = ask("/switch", person).call();
            var part = ask("/switch", person, "HX-Request", "true").call();
            var english = ask("/", "language=en").call();
            var file = Http.get(port, "/assets/app.css");

            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body())
                    .contains(
                            "<html lang=\"ru\"", "Слишком много обращений сразу", "через 5 секунд");
            assertThat(part.statusCode()).isEqualTo(503);
            assertThat(part.headers().firstValue("HX-Retarget")).hasValue("#notice");
            assertThat(part.body()).contains("Слишком много").doesNotContain("<html");
            assertThat(english.statusCode()).isEqualTo(503);
            assertThat(file.statusCode()).as("a static file").isEqualTo(200);
            assertThat(refused() - before).isEqualTo(3);

            slow.leave.countDown();
            for (var answer : inside) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }
        } finally {
            slow.leave.countDown();
            mapping.unregisterMapping(info);
        }
        assertThat(ask("/switch", person).call().statusCode()).isEqualTo(200);
    }

    private Callable<HttpResponse<String>> ask(String path, String cookie, String... more) {
        var headers = new ArrayList<>(List.of("Cookie", cookie));
        headers.addAll(List.of(more));
        return () -> Http.get(port, path, headers.toArray(String[]::new));
    }

    private double refused() {
        return meters.get("mentoring.requests.refused").counter().count();
    }

    /** A page that answers only when it is let. */
    static class Slow {

        private final CountDownLatch entered = new CountDownLatch(PLACES);
        private final CountDownLatch leave = new CountDownLatch(1);

        @Open
        ResponseEntity<String> page() throws InterruptedException {
            entered.countDown();
            leave.await(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
            return ResponseEntity.ok("at last");
        }
    }
}
