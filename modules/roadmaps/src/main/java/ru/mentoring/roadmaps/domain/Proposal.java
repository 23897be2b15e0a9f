package ru.mentoring.roadmaps.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.Finding;
import ru.mentoring.roadmaps.recognition.Place;
import ru.mentoring.roadmaps.recognition.ReadLine;
import ru.mentoring.roadmaps.recognition.RecognisedItem;
import ru.mentoring.roadmaps.recognition.RecognisedRoadmap;
import ru.mentoring.roadmaps.recognition.RoadmapKind;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation;
import ru.mentoring.tenancy.Track;

/**
 * A roadmap as it was understood from a paper, with what somebody has corrected since. Not a
 * roadmap until it is saved.
 *
 * @param track whom it serves, or null if the paper does not say
 * @param startYear the year in which its season starts
 * @param hints what is to be known about the paper as a whole
 * @param lines what became of each line of the paper
 */
public record Proposal(
        String title,
        String institution,
        @Nullable Track track,
        int startYear,
        LocalDate from,
        @Nullable LocalDate to,
        List<Part> parts,
        List<Hint> hints,
        List<Line> lines) {

    public Proposal {
        parts = List.copyOf(parts);
        hints = List.copyOf(hints);
        lines = List.copyOf(lines);
    }

    /** A section. */
    public record Part(String number, String title, List<String> content, List<Row> rows) {

        public Part {
            content = List.copyOf(content);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param dropped whether somebody said that it is not a row of the roadmap
     * @param source the words of the paper it was made from; none for a row added by hand
     * @param deadline what the deadline means, in the notation of deadlines
     * @param asked what was unclear about it, in the same notation; empty if nothing was
     */
    public record Row(
            boolean dropped,
            List<String> source,
            String number,
            String title,
            List<String> content,
            String deadlineText,
            String deadline,
            String asked,
            List<String> responsible,
            String result,
            String indicator,
            String note,
            List<Hint> hints) {

        public Row {
            source = List.copyOf(source);
            content = List.copyOf(content);
            responsible = List.copyOf(responsible);
            hints = List.copyOf(hints);
        }

        /** Returns an empty row, to be filled in by hand. */
        public static Row byHand() {
            return new Row(
                    false,
                    List.of(),
                    "",
                    "",
                    List.of(),
                    "",
                    DeadlineNotation.write(new Deadline.Unspecified()),
                    "",
                    List.of(),
                    "",
                    "",
                    "",
                    List.of());
        }

        /** What the deadline means. */
        public Deadline meaning() {
            return DeadlineNotation.read(deadline);
        }

        /** What was unclear about the deadline, or null. */
        public Deadline.@Nullable Unclear question() {
            return !asked.isEmpty()
                            && DeadlineNotation.read(asked) instanceof Deadline.Unclear unclear
                    ? unclear
                    : null;
        }

        /** Whether it still needs an answer. */
        public boolean isOpen() {
            return !dropped && meaning() instanceof Deadline.Unclear;
        }

        /** Whether somebody should look at it. */
        public boolean isDoubtful() {
            return isOpen()
                    || hints.stream().anyMatch(hint -> hint.severity() != Finding.Severity.NOTE);
        }

        /** Returns the number as a sentence names it, without the point behind it. */
        public String spokenNumber() {
            return Wording.spoken(number);
        }

        public boolean isBlank() {
            return title.isBlank() && content.isEmpty();
        }

        Wording wording() {
            return new Wording(
                    number.strip(),
                    title.strip(),
                    content,
                    deadlineText.strip(),
                    meaning(),
                    responsible,
                    result.strip(),
                    indicator.strip(),
                    note.strip());
        }
    }

    /** Something to be known about how the paper was read; the key is that of its message. */
    public record Hint(Finding.Severity severity, String key, List<String> arguments) {

        /** A finding names its item first, by a number; longer words are a quotation. */
        private static final int LONGEST_NUMBER = 15;

        public Hint {
            arguments = List.copyOf(arguments);
        }

        private static Hint of(Finding finding) {
            var arguments = new ArrayList<>(finding.arguments());
            if (!arguments.isEmpty() && arguments.getFirst().length() <= LONGEST_NUMBER) {
                arguments.set(0, Wording.spoken(arguments.getFirst()));
            }
            return new Hint(finding.severity(), finding.messageKey(), arguments);
        }
    }

    /** What became of one line of the paper. */
    public record Line(ReadLine.Meaning meaning, String text, String number) {}

    /** All rows that are to become rows of the roadmap. */
    public List<Row> rows() {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .filter(row -> !row.dropped())
                .toList();
    }

    /**
     * Returns where on a page the first row stands that waits for an answer; empty if none does.
     */
    public String firstOpen() {
        for (int part = 0; part < parts.size(); part++) {
            var rows = parts.get(part).rows();
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row).isOpen()) {
                    return "r-%d-%d".formatted(part, row);
                }
            }
        }
        return "";
    }

    /** How many rows wait for an answer about their deadline. */
    public long open() {
        return rows().stream().filter(Row::isOpen).count();
    }

    /** Lines of the paper that did not become part of the roadmap. */
    public List<Line> leftOut() {
        return lines.stream().filter(line -> line.meaning() == ReadLine.Meaning.LEFT_OUT).toList();
    }

    /** Returns the same with an empty row at the end of a section. */
    public Proposal withRowAdded(int section) {
        var changed = new ArrayList<>(parts);
        var part = parts.get(section);
        var rows = new ArrayList<>(part.rows());
        rows.add(Row.byHand());
        changed.set(section, new Part(part.number(), part.title(), part.content(), rows));
        return new Proposal(title, institution, track, startYear, from, to, changed, hints, lines);
    }

    /** Proposes what was recognised. */
    static Proposal of(RecognisedRoadmap roadmap) {
        var header = roadmap.header();
        var period = header.period();
        var places = roadmap.items().stream().map(RecognisedItem::place).toList();
        return new Proposal(
                header.title(),
                header.institution(),
                track(header.kind()),
                startYear(period.from()),
                period.from(),
                period.to().equals(LocalDate.MAX) ? null : period.to(),
                roadmap.sections().stream()
                        .map(section ->
                                new Part(
                                        section.number(),
                                        section.title(),
                                        section.content(),
                                        section.items().stream()
                                                .map(item -> row(item, roadmap))
                                                .toList()))
                        .toList(),
                roadmap.findings().stream()
                        .filter(finding ->
                                places.stream().noneMatch(place -> sameRow(place, finding.place())))
                        .map(Hint::of)
                        .toList(),
                roadmap.lines().stream()
                        .map(line -> new Line(line.meaning(), line.text(), line.number()))
                        .toList());
    }

    private static Row row(RecognisedItem item, RecognisedRoadmap roadmap) {
        var deadline = DeadlineNotation.write(item.deadline());
        return new Row(
                false,
                roadmap.lines().stream()
                        .filter(line -> sameRow(line.place(), item.place()))
                        .map(ReadLine::text)
                        .toList(),
                item.number(),
                item.title(),
                item.content(),
                item.deadlineText(),
                deadline,
                item.deadline() instanceof Deadline.Unclear ? deadline : "",
                item.responsible(),
                item.result(),
                item.indicator(),
                item.note(),
                roadmap.findings().stream()
                        .filter(finding -> sameRow(finding.place(), item.place()))
                        .filter(finding -> about(finding, item))
                        .map(Hint::of)
                        .toList());
    }

    /** Where one cell of a row became several items, a finding belongs to the one it names. */
    private static boolean about(Finding finding, RecognisedItem item) {
        return finding.arguments().isEmpty()
                || finding.arguments().getFirst().isEmpty()
                || finding.arguments().getFirst().equals(item.number());
    }

    private static boolean sameRow(Place one, Place other) {
        return one.table() == other.table()
                && one.row() == other.row()
                && one.line() == other.line()
                && (one.row() > 0 || one.line() > 0);
    }

    private static @Nullable Track track(@Nullable RoadmapKind kind) {
        return switch (kind) {
            case SCHOOL_LEARNERS -> Track.LEARNERS;
            case SCHOOL_TEACHERS -> Track.TEACHERS;
            case MUNICIPALITY -> null;
            case null -> null;
        };
    }

    /**
     * A calendar year belongs to the season that begins in it; any other day to the one it lies in.
     */
    private static int startYear(LocalDate from) {
        boolean newYear = from.getMonthValue() == 1 && from.getDayOfMonth() == 1;
        return newYear || from.getMonthValue() >= 7 ? from.getYear() : from.getYear() - 1;
    }
}
