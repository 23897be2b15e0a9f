package ru.mentoring.programs;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.mentoring.participants.PersonId;

/** What other modules may ask about the mentorships of the scope's organisation. */
public interface MentorshipDirectory {

    Optional<MentorshipView> find(MentorshipId mentorship);

    /** Returns the mentorships in which a person takes part now, on whichever side. */
    List<MentorshipView> openOf(PersonId person);

    /** Returns how many more mentees each of the mentors may have in a form of mentoring. */
    Map<PersonId, Integer> freePlaces(Form form, Collection<PersonId> mentors);
}
