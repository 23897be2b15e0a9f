package ru.mentoring.monitoring.rollup;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at regular intervals that a run is alive, however long one of its statements takes.
 *
 * <p>Has a thread of its own: the thread of the run waits for the database, and so may all threads
 * of the scheduler. A beat that fails is no reason to stop, since the next one may succeed; a beat
 * that answers false is the last one.
 */
class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("roll-up-heartbeat").daemon().factory());
    private final BooleanSupplier beat;

    /**
     * Starts to beat; the first time after one interval.
     *
     * @param beat says that the run is alive; returns false when it is not this run's any more
     */
    Heartbeat(Duration every, BooleanSupplier beat) {
        this.beat = beat;
        thread.scheduleWithFixedDelay(
                this::beat, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void beat() {
        try {
            if (!beat.getAsBoolean()) {
                thread.shutdown();
            }
        } catch (RuntimeException e) {
            LOG.warn("A roll-up could not say that it is alive", e);
        }
    }

    /** Stops; once this has returned nothing beats any more. */
    @Override
    public void close() {
        thread.close();
    }
}
