package ru.mentoring.roadmaps.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.recognition.deadline.Span;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.Track;

/**
 * A roadmap as its page shows it.
 *
 * @param version what a step names, so that it is refused if the roadmap has changed since
 * @param comparedWith the edition the rows are compared with; 0 if they are not
 * @param removed rows of that edition that are gone
 * @param general remarks on the roadmap as a whole
 */
public record RoadmapView(
        RoadmapId id,
        long version,
        OrgView school,
        Optional<OrgView> reviewer,
        Track track,
        int startYear,
        String title,
        Span period,
        RoadmapState state,
        int edition,
        Steps steps,
        List<Part> parts,
        List<Row> removed,
        List<Note> general,
        int comparedWith,
        List<Sent> editions) {

    /** When each step was taken, and by whom. */
    public record Steps(
            Instant composedAt,
            String composedBy,
            @Nullable Instant submittedAt,
            String submittedBy,
            @Nullable Instant returnedAt,
            @Nullable Instant agreedAt,
            String decidedBy,
            @Nullable Instant handedOverAt,
            @Nullable Instant inForceAt,
            @Nullable String orderNumber,
            @Nullable LocalDate orderDate) {}

    /** An edition and what became of it. */
    public record Sent(
            int number,
            Instant sentAt,
            String sentBy,
            String outcome,
            @Nullable Instant decidedAt,
            String decidedBy) {}

    /** A section. */
    public record Part(
            SectionId id, String number, String title, List<String> content, List<Row> rows) {}

    /**
     * A row.
     *
     * @param accepted whether whoever agrees the roadmap has accepted just these words
     * @param settled whether that was in an earlier edition, so that it cannot be returned now
     * @param returned whether the check that goes on has a remark on it
     * @param differences what has changed in each column since the edition compared with; all of it
     *     for a new row, nothing for one that says the same
     */
    public record Row(
            ItemId id,
            long version,
            Wording wording,
            boolean accepted,
            boolean settled,
            boolean returned,
            List<Note> notes,
            Map<ItemField, List<Piece>> differences) {

        /** Whether nothing has been said about it in the check that goes on. */
        public boolean unmarked() {
            return !accepted && !returned;
        }

        public boolean changed() {
            return !differences.isEmpty();
        }

        /** How one column came about, for pages; all of it unchanged where nothing was compared. */
        public List<Piece> pieces(String field) {
            return differences.getOrDefault(ItemField.valueOf(field), List.of());
        }

        /** The remark that the check of this edition has noted on it, or null. */
        public @Nullable Note pending(int edition) {
            return notes.stream()
                    .filter(note -> returned && note.edition() == edition)
                    .findFirst()
                    .orElse(null);
        }

        /** Whether a remark on it waits for an answer. */
        public boolean waiting() {
            return notes.stream().anyMatch(note -> note.answer() == null);
        }
    }

    /** A remark with its answer. */
    public record Note(
            RemarkId id,
            int edition,
            @Nullable ItemField field,
            String text,
            String by,
            Instant at,
            @Nullable String answer,
            String answeredBy,
            @Nullable Instant answeredAt) {

        public boolean isAnswered() {
            return answer != null;
        }
    }

    /** All rows in order. */
    public List<Row> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** All remarks of the edition that came back last, answered or not. */
    public List<Note> notesOf(int edition) {
        return java.util.stream.Stream.concat(
                        general.stream(), rows().stream().flatMap(row -> row.notes().stream()))
                .filter(note -> note.edition() == edition)
                .toList();
    }

    /** How many remarks wait for an answer. */
    public long waiting() {
        return java.util.stream.Stream.concat(
                        general.stream(), rows().stream().flatMap(row -> row.notes().stream()))
                .filter(note -> !note.isAnswered())
                .count();
    }

    /**
     * Returns the row.
     *
     * @throws ru.mentoring.roadmaps.NoSuchRoadmap if there is none
     */
    public Row row(ItemId item) {
        return rows().stream()
                .filter(row -> row.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new ru.mentoring.roadmaps.NoSuchRoadmap(item.value()));
    }
}
