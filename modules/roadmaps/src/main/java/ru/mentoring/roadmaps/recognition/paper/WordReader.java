package ru.mentoring.roadmaps.recognition.paper;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads Word documents, each in a Java process of its own with a small heap, at most two at a time.
 *
 * <p>What a document can do to that process — fill its memory, keep it busy, make it crash — ends
 * there: the caller gets an answer in any case, within the time limit. The process sees no
 * environment variables of the platform.
 */
public final class WordReader {

    private static final int AT_A_TIME = 2;
    private static final int OUT_OF_MEMORY = 3;
    private static final Semaphore PLACES = new Semaphore(AT_A_TIME, true);

    private final Limits limits;
    private final Semaphore places;

    /**
     * What one reading may use.
     *
     * @param heap as Java's {@code -Xmx} takes it
     * @param patience how long to wait for a place and then, anew, for the reading
     */
    public record Limits(String heap, Duration patience) {

        /** Enough for a document text of ten megabytes. */
        public static final Limits USUAL = new Limits("128m", Duration.ofSeconds(30));
    }

    public WordReader(Limits limits) {
        this(limits, PLACES);
    }

    WordReader(Limits limits, Semaphore places) {
        this.limits = limits;
        this.places = places;
    }

    /** What came of it. */
    public sealed interface Reading {

        record Read(Paper paper) implements Reading {}

        record Failed(Failure failure) implements Reading {}
    }

    public enum Failure {
        /** The document is not what its format prescribes. */
        DAMAGED,
        /** It declares an XML document type. */
        DOCTYPE,
        /** It holds more than any roadmap does, or more than the process's memory. */
        TOO_COMPLEX,
        TOOK_TOO_LONG,
        /** Others have been read all the time; try again. */
        BUSY,
        /** The process did not work; not the document's fault as far as one can see. */
        READER_DIED
    }

    /** Reads a document that the archive gate has let in. */
    public Reading read(Path file) {
        try {
            if (!places.tryAcquire(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Reading.Failed(Failure.BUSY);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reading.Failed(Failure.BUSY);
        }
        try {
            return readInChild(file);
        } catch (IOException notStarted) {
            return new Reading.Failed(Failure.READER_DIED);
        } finally {
            places.release();
        }
    }

    private Reading readInChild(Path file) throws IOException {
        Process child = start(file);
        try {
            child.getOutputStream().close();
            var late = new AtomicBoolean();
            var watch =
                    CompletableFuture.runAsync(
                            () -> {
                                late.set(true);
                                child.destroyForcibly();
                            },
                            CompletableFuture.delayedExecutor(
                                    limits.patience().toMillis(), TimeUnit.MILLISECONDS));
            Reading reading = take(child);
            watch.cancel(false);
            return late.get() ? new Reading.Failed(Failure.TOOK_TOO_LONG) : reading;
        } finally {
            child.destroyForcibly();
        }
    }

    private static Reading take(Process child) {
        try (var in = new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
            Paper paper = PaperStream.read(in);
            return child.waitFor() == WordChild.READ
                    ? new Reading.Read(paper)
                    : new Reading.Failed(Failure.READER_DIED);
        } catch (IOException cutOff) {
            return new Reading.Failed(whyItEnded(child));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reading.Failed(Failure.BUSY);
        }
    }

    private static Failure whyItEnded(Process child) {
        try {
            return switch (child.waitFor()) {
                case WordChild.DAMAGED -> Failure.DAMAGED;
                case WordChild.DOCTYPE -> Failure.DOCTYPE;
                case WordChild.TOO_COMPLEX, OUT_OF_MEMORY -> Failure.TOO_COMPLEX;
                default -> Failure.READER_DIED;
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Failure.BUSY;
        }
    }

    private Process start(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(
                List.of(
                        "-Xmx" + limits.heap(),
                        "-Xss512k",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:MaxMetaspaceSize=48m",
                        "-XX:ReservedCodeCacheSize=16m",
                        "-XX:-UsePerfData",
                        "-XX:+DisableAttachMechanism",
                        "-Xshare:auto",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        ChildClassPath.get(),
                        WordChild.class.getName(),
                        absolute.toString()));
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.directory(new File(System.getProperty("java.io.tmpdir")));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    /**
     * The program this process runs, or the one of its Java home where the system hides processes.
     */
    private static String java() {
        String home = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return ProcessHandle.current()
                .info()
                .command()
                .filter(command -> Path.of(command).getFileName().toString().startsWith("java"))
                .orElse(home);
    }
}
