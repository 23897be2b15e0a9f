package ru.mentoring.monitoring.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HeartbeatTests {

    private static final Duration SHORT = Duration.ofMillis(5);

    private final AtomicInteger beats = new AtomicInteger();

    @Test
    void beatsOnAfterABeatHasFailed() {
        try (var _ =
                new Heartbeat(
                        SHORT,
                        () -> {
                            if (beats.incrementAndGet() == 1) {
                                throw new IllegalStateException("planted");
                            }
                            return true;
                        })) {
            await().until(() -> beats.get() > 3);
        }
    }

    @Test
    void stopsWhenTheRunBelongsToAnother() {
        var thread = new AtomicReference<Thread>();
        try (var _ =
                new Heartbeat(
                        SHORT,
                        () -> {
                            thread.set(Thread.currentThread());
                            return beats.incrementAndGet() < 3;
                        })) {
            await().until(() -> beats.get() == 3);
            await().until(() -> !thread.get().isAlive());
        }
        assertThat(beats).hasValue(3);
    }

    /** Whoever has closed it may count on it that the run's row is left alone. */
    @Test
    void waitsForABeatUnderWayBeforeItIsClosed() throws Exception {
        var begun = new CountDownLatch(1);
        var ended = new AtomicInteger();
        try (var _ =
                new Heartbeat(
                        SHORT,
                        () -> {
                            begun.countDown();
                            Thread.yield();
                            ended.incrementAndGet();
                            return true;
                        })) {
            begun.await();
        }
        int atTheEnd = ended.get();
        assertThat(atTheEnd).isPositive();
        assertThat(ended).hasValue(atTheEnd);
    }
}
