package ru.mentoringlocal.demo.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.roadmaps.domain.ItemField;
import ru.mentoring.roadmaps.domain.Wording;
import ru.mentoring.tenancy.Track;

/**
 * A roadmap of a school with everything that has happened to it.
 *
 * @param rows as they stand now, in their order
 */
public record RoadmapPlan(
        UUID id,
        Track track,
        int startYear,
        String title,
        String institution,
        LocalDate from,
        LocalDate to,
        RoadmapState state,
        List<SectionPlan> sections,
        List<RowPlan> rows,
        List<EditionPlan> editions,
        List<RemarkPlan> remarks,
        Steps steps) {

    /** A heading. */
    public record SectionPlan(UUID id, int position, String title) {}

    /**
     * A row.
     *
     * @param acceptedIn the edition in which just these words were accepted; 0 if they never were
     */
    public record RowPlan(UUID id, SectionPlan section, Wording wording, int acceptedIn) {}

    /**
     * The roadmap as it was sent.
     *
     * @param rows as they stood then
     */
    public record EditionPlan(
            UUID id,
            int number,
            List<RowPlan> rows,
            Instant sentAt,
            Fate fate,
            @Nullable Instant decidedAt) {}

    /** What became of an edition. */
    public enum Fate {
        PENDING,
        RETURNED,
        AGREED
    }

    /**
     * A remark on a row.
     *
     * @param answer what the school says to it, once it has
     */
    public record RemarkPlan(
            UUID id,
            UUID row,
            int edition,
            ItemField field,
            String text,
            Instant writtenAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {}

    /** When each step was taken last; those not taken yet are missing. */
    public record Steps(
            Instant composed,
            @Nullable Instant submitted,
            @Nullable Instant returned,
            @Nullable Instant agreed,
            @Nullable Instant handedOver,
            @Nullable Instant inForce,
            @Nullable String orderNumber,
            @Nullable LocalDate orderDate) {}
}
