package ru.mentoring.participants;

import ru.mentoring.shared.NoSuch;

/** There is no such person in this organisation, or the scope may not know. */
public class NoSuchPerson extends NoSuch {

    public NoSuchPerson(PersonId person) {
        super("person", person.value());
    }
}
