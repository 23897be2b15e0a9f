package ru.mentoring.participants;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What other modules may ask and tell about the registers of the scope's organisation. */
public interface Registers {

    /**
     * Returns the standing of each of the given persons in the register of the given side, in the
     * season current on that day. Who is not in that register is left out.
     */
    List<Standing> standings(Side side, Collection<PersonId> persons, LocalDate on);

    /** Returns the standing of one person, if they are in the register of the given side. */
    Optional<Standing> standing(Side side, PersonId person, LocalDate on);

    /** Returns the names of the given persons, as {@code surname given-name patronymic}. */
    Map<PersonId, String> names(Collection<PersonId> persons);

    /**
     * Notes how far the mentorships of these entries have brought them. Entries that have left the
     * register stay as they are.
     *
     * @param state {@link EntryState#REGISTERED} when no mentorship is open any more
     * @throws IllegalArgumentException for a state that no mentorship can bring about
     */
    void advance(Collection<EntryId> entries, EntryState state, LocalDate on);

    /**
     * Returns the persons of a register whom a mentorship could take in, best fitting the search.
     */
    List<Standing> candidates(CandidateSearch search);
}
