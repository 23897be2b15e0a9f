package ru.mentoring.roadmaps.domain;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies a section of a roadmap. */
public record SectionId(UUID value) {

    /** Returns an identifier nobody has used yet. */
    public static SectionId next() {
        return new SectionId(Ids.next());
    }
}
