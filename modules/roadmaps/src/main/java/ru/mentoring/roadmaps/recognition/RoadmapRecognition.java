package ru.mentoring.roadmaps.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ru.mentoring.roadmaps.recognition.paper.Paper;
import ru.mentoring.roadmaps.recognition.paper.TextPaper;
import ru.mentoring.roadmaps.recognition.paper.WordReader;

/**
 * Reads a roadmap from a paper as schools and municipalities have it: a Word document, or text.
 *
 * <p>Whatever the file holds, the answer is an {@link Outcome}; nothing is stored and nothing is
 * changed. A Word document passes the archive gate and is then opened in a process of its own.
 * Instances have no state and may be shared.
 */
public final class RoadmapRecognition {

    /** Characters of pasted text; the longest real roadmap has twenty thousand. */
    static final int LONGEST_TEXT = 500_000;

    private final FileIntake intake;

    /** With the platform's limits. */
    public RoadmapRecognition() {
        this(new FileIntake(new WordReader(WordReader.Limits.USUAL)));
    }

    RoadmapRecognition(FileIntake intake) {
        this.intake = intake;
    }

    /**
     * Reads a file.
     *
     * @param fileName the name the file had at the sender's; its ending is checked against the
     *     content
     * @param today for guessing the period of a roadmap that names none
     * @throws UncheckedIOException only if our own disk fails
     */
    public Outcome read(Path file, String fileName, LocalDate today) {
        try {
            return switch (intake.take(file, fileName)) {
                case FileIntake.Taken.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
                case FileIntake.Taken.Word(Paper paper) -> recognise(paper, today);
                case FileIntake.Taken.Text(String text) -> readText(text, today);
            };
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /**
     * Reads text as it is copied from a document: rows of a table with tabulators between the
     * cells, or plain lines.
     */
    public Outcome readText(String text, LocalDate today) {
        if (text.isBlank()) {
            return refused(Refusal.Reason.NO_TEXT);
        }
        if (text.length() > LONGEST_TEXT) {
            return new Outcome.Refused(
                    new Refusal(
                            Refusal.Reason.TEXT_TOO_LONG, List.of(Integer.toString(LONGEST_TEXT))));
        }
        return recognise(TextPaper.of(text), today);
    }

    /** Recognises a roadmap in a paper, wherever that came from. */
    static Outcome recognise(Paper paper, LocalDate today) {
        var trace = new Trace();
        var walk = new PaperWalk(trace);
        walk.walk(paper);
        if (walk.roadmapTables().isEmpty()) {
            return recogniseLines(walk, trace, today);
        }
        var writing = new RoadmapWriting(trace);
        Set<Column> known = writing.noteColumns(walk.roadmapTables());
        List<SectionDraft> sections = RowSorting.sort(walk.rows(), trace);
        return outcome(writing.write(walk.preamble(), sections, known, today));
    }

    private static Outcome recogniseLines(PaperWalk walk, Trace trace, LocalDate today) {
        if (walk.preamble().isEmpty()) {
            return refused(Refusal.Reason.NO_TEXT);
        }
        var lines = new LineWalk();
        if (!lines.walk(walk.preamble())) {
            return refused(Refusal.Reason.NO_ROADMAP);
        }
        trace.find(Finding.Code.READ_FROM_LINES, Place.PAPER);
        lines.leftOut().forEach(line -> trace.leaveOut(line.place(), line.text()));
        Set<Column> known = EnumSet.noneOf(Column.class);
        lines.rows().forEach(row -> known.addAll(row.texts().keySet()));
        List<SectionDraft> sections = RowSorting.sort(lines.rows(), trace);
        return outcome(new RoadmapWriting(trace).write(lines.preamble(), sections, known, today));
    }

    private static Outcome outcome(RecognisedRoadmap roadmap) {
        return roadmap.items().isEmpty()
                ? refused(Refusal.Reason.NO_ROADMAP)
                : new Outcome.Recognised(roadmap);
    }

    private static Outcome refused(Refusal.Reason reason) {
        return new Outcome.Refused(new Refusal(reason));
    }
}
