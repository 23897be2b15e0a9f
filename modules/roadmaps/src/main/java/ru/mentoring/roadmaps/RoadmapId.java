package ru.mentoring.roadmaps;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies the roadmap of an organisation for one season. */
public record RoadmapId(UUID value) {

    /** Returns an identifier nobody has used yet. */
    public static RoadmapId next() {
        return new RoadmapId(Ids.next());
    }
}
