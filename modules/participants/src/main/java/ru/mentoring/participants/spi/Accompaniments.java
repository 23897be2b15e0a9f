package ru.mentoring.participants.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Side;

/**
 * Tells with whom people of a register work. The official registers print it beside each person,
 * but the mentorships belong to the module that implements this.
 */
public interface Accompaniments {

    /** Returns the mentorships of each of the given persons on that side, the latest first. */
    Map<PersonId, List<Accompaniment>> of(Side side, Collection<PersonId> persons);
}
