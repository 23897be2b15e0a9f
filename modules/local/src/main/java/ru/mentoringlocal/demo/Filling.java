package ru.mentoringlocal.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoringlocal.demo.Demonstration.Place;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringlocal.start.DiskFull;

/**
 * Makes the demonstration when the application starts: the organisations and the first schools
 * before the start is over, the rest while people already look around.
 */
class Filling implements ApplicationRunner, DemoProgress, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Filling.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final long PATIENCE_SECONDS = 3;

    private final Demonstration demonstration;
    private final DemoProperties properties;
    private final Clock clock;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int total;
    private final Semaphore writing = new Semaphore(1);
    private volatile boolean stopping;
    private volatile @Nullable Thread writer;
    private Runnable later = () -> {};
    private @Nullable Thread background;
    private Instant lastLine = Instant.MIN;

    Filling(Demonstration demonstration, DemoProperties properties, Clock clock) {
        this.demonstration = demonstration;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        var regions = demonstration.draw();
        demonstration.found(regions);
        var places = demonstration.places(regions);
        total = places.size();
        int first = Math.min(properties.schoolsBeforeStart(), total);
        try {
            fill(places.subList(0, first), regions);
        } catch (NoSuchOrg otherwise) {
            leaveAsItIs();
            return;
        }
        later = () -> fillLater(places.subList(first, total), regions);
    }

    /**
     * Another version of the demonstration has drawn other schools; whoever uses them keeps them.
     */
    private void leaveAsItIs() {
        LOG.warn(
                "The data were made by another version of the demonstration and stay as they are; remove the folder of the data to get this one");
        total = done.get();
    }

    /** The rest begins when people can look around, so as not to hold up what they wait for. */
    @EventListener
    void goOn(ApplicationReadyEvent ready) {
        background = Thread.ofPlatform().name("demonstration").daemon().start(later);
    }

    /** Waits until every school has its people, but not longer than that. */
    void join(Duration longest) throws InterruptedException {
        if (background != null) {
            background.join(longest);
        }
    }

    private void fillLater(List<Place> places, List<RegionPlan> regions) {
        try {
            fill(places, regions);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            if (DiskFull.shownBy(failure)) {
                LOG.error(
                        "The disk is full, so the demonstration stays incomplete at {} of {} schools. What is there is kept and can be worked with; make room, {} MB for the whole of it, and the next start goes on",
                        done.get(),
                        total,
                        DiskFull.ROOM_FOR_A_FIRST_START);
            } else {
                LOG.error("The demonstration stays incomplete; the next start goes on", failure);
            }
        }
    }

    private void fill(List<Place> places, List<RegionPlan> regions) throws InterruptedException {
        writing.acquire();
        writer = Thread.currentThread();
        try {
            boolean changed = false;
            for (var place : places) {
                if (stopping) {
                    return;
                }
                changed |= demonstration.fill(place);
                done.incrementAndGet();
                tell();
            }
            if (changed) {
                demonstration.count(regions);
            }
        } catch (InterruptedException | RuntimeException failure) {
            // Whatever the interrupted work has said of it: nobody wants to read that now.
            if (!stopping) {
                throw failure;
            }
        } finally {
            writer = null;
            writing.release();
        }
    }

    private void tell() {
        var now = clock.instant();
        if (done.get() == total || now.isAfter(lastLine.plus(BETWEEN_LINES))) {
            LOG.info("The demonstration fills: {} of {} schools", done.get(), total);
            lastLine = now;
        }
    }

    @Override
    public int schoolsDone() {
        return done.get();
    }

    @Override
    public int schoolsInAll() {
        return total;
    }

    /**
     * Takes back what is being written of a school, or lets its last statement be finished; the
     * next start goes on with that school.
     */
    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        var busy = writer;
        if (busy != null) {
            busy.interrupt();
        }
        if (writing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            writing.release();
        }
    }
}
