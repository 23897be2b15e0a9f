package ru.mentoring.roadmaps.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the table. What was not found is empty or null.
 *
 * @param institution whose roadmap it is, as written
 */
public record RoadmapHeader(
        String title,
        String institution,
        @Nullable RoadmapKind kind,
        RoadmapPeriod period,
        List<Endorsement> approvedBy,
        List<Endorsement> agreedBy) {

    public RoadmapHeader {
        approvedBy = List.copyOf(approvedBy);
        agreedBy = List.copyOf(agreedBy);
    }
}
