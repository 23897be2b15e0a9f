package ru.mentoring.participants;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies one consent: one kind, given once by or for one person. */
public record ConsentId(UUID value) {

    /** Returns an identifier nobody has used yet; later ones sort after earlier ones. */
    public static ConsentId next() {
        return new ConsentId(Ids.next());
    }
}
