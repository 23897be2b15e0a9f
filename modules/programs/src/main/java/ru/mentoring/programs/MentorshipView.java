package ru.mentoring.programs;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.PersonId;
import ru.mentoring.tenancy.Track;

/** A mentorship as other modules see it. */
public record MentorshipView(
        MentorshipId id,
        Track track,
        String form,
        MentorshipState state,
        PersonId mentor,
        List<PersonId> mentees,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn) {

    public MentorshipView {
        mentees = List.copyOf(mentees);
    }
}
