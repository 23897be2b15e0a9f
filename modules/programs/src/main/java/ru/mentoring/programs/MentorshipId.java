package ru.mentoring.programs;

import java.util.UUID;
import ru.mentoring.shared.Ids;

/** Identifies a mentorship: a mentor with one mentee or several. */
public record MentorshipId(UUID value) {

    /** Returns an identifier nobody has used yet; later ones sort after earlier ones. */
    public static MentorshipId next() {
        return new MentorshipId(Ids.next());
    }
}
