package ru.mentoring.participants.domain;

import ru.mentoring.participants.PersonId;

/** What came of recording somebody's consent. */
public sealed interface Recording {

    PersonId person();

    /**
     * The paper is on record.
     *
     * @param valid whether it has all signatures it needs
     */
    record Recorded(PersonId person, boolean valid) implements Recording {}

    record Refused(PersonId person, Reason reason) implements Recording {}

    /** Why a paper was not taken. */
    enum Reason {
        /** At that age nobody gives such a consent: CN2 of an adult, CN7 of a minor. */
        NOT_FOR_THIS_AGE,
        /** The representative has to sign, and neither paper nor card says who that is. */
        REPRESENTATIVE_UNKNOWN,
        /** None of the signatures that the age asks for is on the paper. */
        SIGNATURE_MISSING,
        /** One is in force already, and its term is no shorter. */
        VALID_ALREADY,
        SIGNED_IN_FUTURE,
        TERM_BEFORE_SIGNING
    }
}
