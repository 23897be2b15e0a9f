package ru.mentoring.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers. */
public final class Ids {

    private Ids() {}

    /**
     * Returns an identifier nobody has used yet: UUID version 7, ordered by time, so that indexes
     * grow at one end.
     */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
