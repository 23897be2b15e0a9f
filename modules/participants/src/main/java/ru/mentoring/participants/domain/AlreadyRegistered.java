package ru.mentoring.participants.domain;

import ru.mentoring.participants.PersonId;

/** Another card of this organisation has the same name and date of birth. */
public class AlreadyRegistered extends RuntimeException {

    AlreadyRegistered(PersonId other) {
        super("The same name and birth as of person " + other.value());
    }
}
