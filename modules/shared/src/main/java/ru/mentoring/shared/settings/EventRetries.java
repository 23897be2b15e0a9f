package ru.mentoring.shared.settings;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings domain events to listeners that failed on them, ever more rarely, and shows the ones that
 * it has given up.
 *
 * <p>What a killed process left behind is declared failed by the event registry after the times of
 * {@code spring.modulith.events.staleness}, and then comes here like any other.
 */
@Component
class EventRetries {

    /**
     * A listener gets an event so often, the first time included; the pauses between add up to
     * about two hours.
     */
    static final int MOST_ATTEMPTS = 8;

    private static final int AT_ONCE = 100;

    private final FailedEventPublications failed;
    private final JdbcClient jdbc;
    private final Clock clock;

    EventRetries(
            FailedEventPublications failed, JdbcClient jdbc, Clock clock, MeterRegistry meters) {
        this.failed = failed;
        this.jdbc = jdbc;
        this.clock = clock;
        Gauge.builder("mentoring.events.dead", this::dead)
                .description("Events that a listener has refused for good")
                .register(meters);
        Gauge.builder("mentoring.events.waiting", this::waiting)
                .description("Events that some listener has not finished")
                .register(meters);
    }

    /**
     * Submits the events again whose pause is over. It looks twice a minute, so that a pause can
     * get half a minute longer.
     */
    @Scheduled(
            fixedDelayString = "${mentoring.events.retry-every:30s}",
            initialDelayString = "${mentoring.events.retry-every:30s}")
    @SchedulerLock(name = "events.retry")
    public void retry() {
        failed.resubmit(
                ResubmissionOptions.defaults()
                        // Counted before the filter, and the dead ones, being the oldest, come
                        // first.
                        .withBatchSize(dead() + AT_ONCE)
                        .withFilter(this::isDue));
    }

    private boolean isDue(EventPublication publication) {
        var attempts = publication.getCompletionAttempts();
        var last = publication.getLastResubmissionDate();
        return attempts < MOST_ATTEMPTS
                && (last == null || !last.plus(pauseAfter(attempts)).isAfter(clock.instant()));
    }

    /**
     * Returns the pause before the next attempt: one minute after the event was published, then two
     * after it was last submitted again, and twice as long each time. When the listener refused it
     * is not known: one that took longer to do so than its pause gets the event at the next look.
     */
    static Duration pauseAfter(int attempts) {
        return Duration.ofMinutes(1L << Math.max(0, attempts - 1));
    }

    private int dead() {
        return jdbc.sql(
                        """
                        select count(*) from infra.event_publication
                        where status = 'FAILED' and completion_attempts >= ?\
                        """)
                .param(MOST_ATTEMPTS)
                .query(Integer.class)
                .single();
    }

    private int waiting() {
        return jdbc.sql(
                        """
                        select count(*) from infra.event_publication
                        where status <> 'FAILED' or completion_attempts < ?\
                        """)
                .param(MOST_ATTEMPTS)
                .query(Integer.class)
                .single();
    }
}
