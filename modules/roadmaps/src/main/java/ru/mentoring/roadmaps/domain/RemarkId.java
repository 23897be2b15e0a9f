package ru.mentoring.roadmaps.domain;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies a remark on a roadmap. */
public record RemarkId(UUID value) {

    /** Returns an identifier nobody has used yet. */
    public static RemarkId next() {
        return new RemarkId(Ids.next());
    }
}
