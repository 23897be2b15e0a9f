package ru.mentoring.programs;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies one meeting of a mentorship. */
public record MeetingId(UUID value) {

    /** Returns an identifier nobody has used yet; later ones sort after earlier ones. */
    public static MeetingId next() {
        return new MeetingId(Ids.next());
    }
}
