package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.domain.SigningPolicy.Signer;

/**
 * A consent on paper.
 *
 * @param needed who has to sign at the person's age
 * @param signed who has signed
 * @param withdrawnOn when it was taken back, if it was
 */
public record ConsentPlan(
        UUID id,
        PersonPlan person,
        ConsentKind kind,
        Set<Signer> needed,
        Set<Signer> signed,
        LocalDate signedOn,
        @Nullable LocalDate withdrawnOn) {

    /** Says whether nobody's signature is missing. */
    public boolean complete() {
        return signed.containsAll(needed);
    }

    /** The same consent, taken back on a day. */
    ConsentPlan withdrawn(LocalDate day) {
        return new ConsentPlan(id, person, kind, needed, signed, signedOn, day);
    }
}
