package ru.mentoring.participants;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies a row of the register of mentees or of mentors in one season. */
public record EntryId(UUID value) {

    /** Returns an identifier nobody has used yet; later ones sort after earlier ones. */
    public static EntryId next() {
        return new EntryId(Ids.next());
    }
}
