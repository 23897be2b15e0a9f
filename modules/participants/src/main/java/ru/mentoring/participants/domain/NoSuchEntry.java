package ru.mentoring.participants.domain;

import ru.mentoring.participants.PersonId;
import ru.mentoring.shared.NoSuch;

/** The person does not stand in that register of the current season. */
class NoSuchEntry extends NoSuch {

    NoSuchEntry(PersonId person) {
        super("register entry of person", person.value());
    }
}
