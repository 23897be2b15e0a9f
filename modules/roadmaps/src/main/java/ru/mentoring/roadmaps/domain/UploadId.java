package ru.mentoring.roadmaps.domain;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies a paper that has been read and waits to be looked over. */
public record UploadId(UUID value) {

    /** Returns an identifier nobody has used yet. */
    public static UploadId next() {
        return new UploadId(Ids.next());
    }
}
