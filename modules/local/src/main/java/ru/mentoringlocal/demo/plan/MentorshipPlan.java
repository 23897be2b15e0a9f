package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.programs.EndReason;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipState;

/**
 * A mentor with the mentees entrusted to them.
 *
 * @param orderNumber the order by which it started, and its date; nothing while it is proposed
 * @param addendum the addendum to a teacher's contract (BR10)
 */
public record MentorshipPlan(
        UUID id,
        String form,
        SeasonPlan season,
        EntryPlan mentor,
        List<EntryPlan> mentees,
        LocalDate proposedOn,
        MentorshipState state,
        @Nullable String orderNumber,
        @Nullable LocalDate orderDate,
        @Nullable String addendum,
        @Nullable LocalDate endedOn,
        @Nullable EndReason endReason,
        List<MeetingPlan> meetings) {

    /**
     * A meeting that took place, or is planned.
     *
     * @param held whether it has taken place
     */
    public record MeetingPlan(
            UUID id, int number, MeetingType type, LocalDate on, boolean held, int minutes) {}

    /** The day of the second meeting held; what ends before it does not count. */
    public @Nullable LocalDate secondMeetingOn() {
        return meetings.stream()
                .filter(MeetingPlan::held)
                .skip(1)
                .map(MeetingPlan::on)
                .findFirst()
                .orElse(null);
    }

    /** Says whether it goes on or may still start. */
    public boolean open() {
        return state == MentorshipState.PROPOSED || state == MentorshipState.STARTED;
    }

    /** The same between the rows as they stand in the end. */
    MentorshipPlan between(EntryPlan mentor, List<EntryPlan> mentees) {
        return new MentorshipPlan(
                id,
                form,
                season,
                mentor,
                mentees,
                proposedOn,
                state,
                orderNumber,
                orderDate,
                addendum,
                endedOn,
                endReason,
                meetings);
    }
}
