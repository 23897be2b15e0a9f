package ru.mentoring.shared.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.Staleness;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

/** Stands with tenancy, whose transactions the event registry takes part in. */
@ModuleTest
@Import(EventRetriesTests.Listening.class)
class EventRetriesTests {

    private static final String LISTENER = "test.stubborn-listener";

    @Autowired EventRetries retries;
    @Autowired ApplicationEventPublisher events;
    @Autowired PlatformTransactionManager transactions;
    @Autowired EventPublicationRepository publications;
    @Autowired EventPublicationRegistry registry;
    @Autowired Staleness staleness;
    @Autowired MeterRegistry meters;
    @Autowired OracleDb oracle;
    @Autowired SettableClock clock;
    @Autowired Mood listener;

    record Told(UUID id) {}

    @BeforeEach
    void forgetEarlierEvents() {
        oracle.jdbc().sql("delete from infra.event_publication").update();
        listener.calls.clear();
        listener.refusals = 0;
    }

    @Test
    void bringsAnEventAgainUntilTheListenerTakesIt() {
        listener.refusals = 2;
        var told = tell();

        later(EventRetries.pauseAfter(1));
        later(EventRetries.pauseAfter(2));

        assertThat(listener.calls).containsExactly(told, told, told);
        assertThat(open()).isZero();
        later(Duration.ofDays(1));
        assertThat(listener.calls).hasSize(3);
    }

    @Test
    void waitsLongerAfterEachRefusal() {
        listener.refusals = 2;
        tell();

        later(EventRetries.pauseAfter(1).minusSeconds(1));
        assertThat(listener.calls).hasSize(1);
        later(Duration.ofSeconds(1));
        assertThat(listener.calls).hasSize(2);
        later(EventRetries.pauseAfter(2).minusSeconds(1));
        assertThat(listener.calls).hasSize(2);
        later(Duration.ofSeconds(1));
        assertThat(listener.calls).hasSize(3);
    }

    @Test
    void givesUpVisiblyWithoutHoldingUpOthers() {
        listener.refusals = Integer.MAX_VALUE;
        tell();
        for (int attempt = 1; attempt < EventRetries.MOST_ATTEMPTS; attempt++) {
            assertThat(gauge("mentoring.events.dead")).isZero();
            later(EventRetries.pauseAfter(attempt));
        }

        assertThat(listener.calls).hasSize(EventRetries.MOST_ATTEMPTS);
        assertThat(gauge("mentoring.events.dead")).isEqualTo(1);
        assertThat(gauge("mentoring.events.waiting")).isZero();
        later(Duration.ofDays(1));
        assertThat(listener.calls).hasSize(EventRetries.MOST_ATTEMPTS);

        listener.refusals = 1;
        listener.calls.clear();
        var other = tell();
        assertThat(gauge("mentoring.events.waiting")).isEqualTo(1);
        later(EventRetries.pauseAfter(1));
        assertThat(listener.calls).containsExactly(other, other);
    }

    @Test
    void bringsWhatAKilledProcessHasLeft() {
        var told = new Told(UUID.randomUUID());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status ->
                        publications.create(
                                TargetEventPublication.of(
                                        told,
                                        PublicationTargetIdentifier.of(LISTENER),
                                        clock.instant())));

        later(Duration.ofMinutes(1));
        assertThat(listener.calls).isEmpty();
        later(Duration.ofMinutes(15));

        assertThat(listener.calls).containsExactly(told);
        assertThat(open()).isZero();
    }

    private Told tell() {
        var told = new Told(UUID.randomUUID());
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(told));
        return told;
    }

    /** What happens by schedule: the registry looks for the dead, then the retries come. */
    private void later(Duration pause) {
        clock.now = clock.now.plus(pause);
        registry.markStalePublicationsFailed(staleness);
        retries.retry();
    }

    private long open() {
        return oracle.count("select count(*) from infra.event_publication");
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    /** How the listener is disposed, and what it has been told. */
    static class Mood {

        private final List<Told> calls = new ArrayList<>();
        private int refusals;
    }

    static class Listener {

        private final Mood mood;

        Listener(Mood mood) {
            this.mood = mood;
        }

        @TransactionalEventListener(id = LISTENER)
        public void on(Told told) {
            mood.calls.add(told);
            if (mood.refusals > 0) {
                mood.refusals--;
                throw new IllegalStateException("Not now");
            }
        }
    }

    static class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-09-01T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @TestConfiguration
    static class Listening {

        @Bean
        Mood mood() {
            return new Mood();
        }

        @Bean
        Listener stubbornListener(Mood mood) {
            return new Listener(mood);
        }

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }
}
