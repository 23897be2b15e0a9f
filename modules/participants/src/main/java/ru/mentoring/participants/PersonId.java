package ru.mentoring.participants;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies the card of a human in one organisation. */
public record PersonId(UUID value) {

    /** Returns an identifier nobody has used yet; later ones sort after earlier ones. */
    public static PersonId next() {
        return new PersonId(Ids.next());
    }
}
