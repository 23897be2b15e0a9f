package ru.mentoring.participants;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies an enterprise that gives the organisation mentors. */
public record PartnerId(UUID value) {

    /** Returns an identifier nobody has used yet; later ones sort after earlier ones. */
    public static PartnerId next() {
        return new PartnerId(Ids.next());
    }
}
