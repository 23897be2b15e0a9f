package ru.mentoring.participants;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the registers know about a person on one day, as far as a mentorship needs it.
 *
 * @param name surname, given name and patronymic, for the screens of the own organisation only
 * @param consents the kinds of consent that are valid on that day
 * @param trained the mark of training, or its reasoned waiver by the curator (BR8)
 * @param cleared the safety check is valid on that day, or the director waived it (BR9)
 * @param ageFrom the youngest age of a mentee that a mentor wishes, if any was named
 * @param ageTo the oldest age of a mentee that a mentor wishes, if any was named
 */
public record Standing(
        PersonId person,
        EntryId entry,
        Side side,
        String name,
        Category category,
        Born born,
        LocalDate on,
        EntryState state,
        Set<ConsentKind> consents,
        boolean trained,
        boolean cleared,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo) {

    public Standing {
        consents = Set.copyOf(consents);
    }

    /** Says whether the person is in the register by right: with a valid consent CN1 (BR2). */
    public boolean registered() {
        return state != EntryState.CONSENT_PENDING
                && state != EntryState.WITHDRAWN
                && has(ConsentKind.CN1);
    }

    /** Says whether the given consent is valid on the day asked about. */
    public boolean has(ConsentKind kind) {
        return consents.contains(kind);
    }

    /** Says whether the person is under 18 on the day asked about. */
    public boolean minor() {
        return born.minorOn(on);
    }

    /** Says whether this is an adult from outside the school, who must be checked (BR9). */
    public boolean externalAdult() {
        return category.external() && !minor();
    }
}
