package ru.mentoring.roadmaps.recognition.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mentoring.roadmaps.recognition.paper.WordReader.Failure;
import ru.mentoring.roadmaps.recognition.paper.WordReader.Limits;
import ru.mentoring.roadmaps.recognition.paper.WordReader.Reading;

class WordReaderTests {

    private static final Path SAMPLE = Path.of("../../docs/samples/dorozhnaya-karta-shkoly.docx");

    @TempDir private Path folder;

    @Test
    void readsInAProcessOfItsOwnWhatItWouldReadHere() throws IOException {
        assertThat(new WordReader(Limits.USUAL).read(SAMPLE))
                .isEqualTo(new Reading.Read(WordFiles.read(SAMPLE)));
    }

    @Test
    void losesAProcessThatNeedsTooMuchMemoryAndNothingElse() throws IOException {
        Path large = largeDocument();

        assertThat(new WordReader(new Limits("8m", Duration.ofSeconds(30))).read(large))
                .isEqualTo(failed(Failure.TOO_COMPLEX));
        assertThat(new WordReader(Limits.USUAL).read(large)).isInstanceOf(Reading.Read.class);
    }

    @Test
    void endsAProcessThatTakesTooLong() {
        assertThat(
                        new WordReader(new Limits("128m", Duration.ofMillis(1)), new Semaphore(1))
                                .read(SAMPLE))
                .isEqualTo(failed(Failure.TOOK_TOO_LONG));
        assertThat(
                        ProcessHandle.current()
                                .children()
                                .filter(ProcessHandle::isAlive)
                                .filter(child ->
                                        child.info().command().orElse("").contains("java")))
                .isEmpty();
    }

    @Test
    void saysSoWhenAllPlacesAreTaken() {
        assertThat(
                        new WordReader(new Limits("128m", Duration.ofMillis(1)), new Semaphore(0))
                                .read(SAMPLE))
                .isEqualTo(failed(Failure.BUSY));
    }

    @Test
    void saysSoWhenTheProcessDoesNotWork() {
        assertThat(new WordReader(new Limits("nonsense", Duration.ofSeconds(30))).read(SAMPLE))
                .isEqualTo(failed(Failure.READER_DIED));
    }

    @Test
    void givesEveryPlaceBack() throws Exception {
        var places = new Semaphore(2);
        var reader = new WordReader(Limits.USUAL, places);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Reading>>();
            for (int i = 0; i < 6; i++) {
                tasks.add(() -> reader.read(SAMPLE));
            }
            for (var reading : threads.invokeAll(tasks)) {
                assertThat(reading.get()).isInstanceOf(Reading.Read.class);
            }
        }

        assertThat(places.availablePermits()).isEqualTo(2);
    }

    private static Reading failed(Failure failure) {
        return new Reading.Failed(failure);
    }

    private Path largeDocument() throws IOException {
        var blocks = new ArrayList<Paper.Block>();
        for (int i = 0; i < 480; i++) {
            blocks.add(new Paper.Paragraph("наставник ".repeat(800), ""));
        }
        Path file = folder.resolve("large.docx");
        WordFiles.write(new Paper(List.copyOf(blocks)), file);
        return file;
    }
}
