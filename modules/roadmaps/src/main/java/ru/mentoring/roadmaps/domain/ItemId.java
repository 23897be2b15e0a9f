package ru.mentoring.roadmaps.domain;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies one row of a roadmap, through all its editions. */
public record ItemId(UUID value) {

    /** Returns an identifier nobody has used yet. */
    public static ItemId next() {
        return new ItemId(Ids.next());
    }
}
