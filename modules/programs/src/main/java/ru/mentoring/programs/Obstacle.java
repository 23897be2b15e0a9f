package ru.mentoring.programs;

import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.PersonId;

/**
 * Something that stands in the way of a mentorship.
 *
 * @param person whom it concerns; nobody if it concerns the mentorship as a whole
 */
public record Obstacle(Reason reason, @Nullable PersonId person) {

    /** What stands in the way. */
    public enum Reason {
        NO_MENTEE,
        SAME_PERSON,
        NOT_IN_REGISTER,
        /** The form of mentoring is not for such a mentor or mentee. */
        WRONG_CATEGORY,
        /** No valid consent CN1 (BR2). */
        CONSENT_MISSING,
        /** No valid consent CN2 of a minor's representative (BR4). */
        REPRESENTATIVE_CONSENT_MISSING,
        /** The mentee has an open mentorship of that form already (BR7). */
        MENTEE_TAKEN,
        /** The two have an open mentorship already (BR7). */
        COUPLE_EXISTS,
        /** The mentor has as many mentees as the form allows (Z3). */
        MENTOR_FULL,
        /** Neither trained nor exempted (BR8). */
        TRAINING_MISSING,
        /** An adult from outside the school without a valid safety check (BR9). */
        SAFETY_CHECK_MISSING,
        /** No valid consent CN7 of a teacher to be a mentor (BR10). */
        MENTOR_CONSENT_MISSING,
        MENTOR_UNCONFIRMED,
        MENTEE_UNCONFIRMED,
        REPRESENTATIVE_UNCONFIRMED,
        /** No number or no date of the order (BR3). */
        ORDER_MISSING,
        ORDER_IN_FUTURE,
        /** The order is older than the school year that the mentorship belongs to. */
        ORDER_TOO_EARLY,
        /** No reference to the addendum to the teacher's contract (BR10). */
        ADDENDUM_MISSING,
        /** It has started or ended meanwhile. */
        NOT_PROPOSED
    }

    /** An obstacle that concerns nobody in particular. */
    public static Obstacle of(Reason reason) {
        return new Obstacle(reason, null);
    }
}
