package ru.mentoring.participants;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies one uploaded file with registers. */
public record ImportId(UUID value) {

    /** Returns an identifier nobody has used yet; later ones sort after earlier ones. */
    public static ImportId next() {
        return new ImportId(Ids.next());
    }
}
