package ru.mentoring.participants.spi;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.PersonId;

/**
 * One mentorship as a register shows it.
 *
 * @param path where it is opened, relative to the scope, such as {@code /pairs/…}
 * @param formKey message key of the form of mentoring
 * @param stateKey message key of its state
 * @param counterparts who stands on the other side
 */
public record Accompaniment(
        String path,
        String formKey,
        String stateKey,
        List<PersonId> counterparts,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn) {

    public Accompaniment {
        counterparts = List.copyOf(counterparts);
    }

    /** Says whether it goes on or is about to start, for the person whose register it stands in. */
    public boolean running() {
        return endedOn == null;
    }
}
