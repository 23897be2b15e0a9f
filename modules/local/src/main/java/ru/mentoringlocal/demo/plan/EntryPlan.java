package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.EntryState;

/**
 * A row of a register in a school year.
 *
 * @param wish what a mentee asks for; for a mentor what they can do
 * @param offer what only a mentor's row has; its presence makes the row a mentor's
 */
public record EntryPlan(
        UUID id,
        PersonPlan person,
        SeasonPlan season,
        LocalDate enteredOn,
        @Nullable LocalDate leftOn,
        EntryState state,
        String wish,
        @Nullable Offer offer) {

    /**
     * What a mentor brings along.
     *
     * @param trainedOn when the mentor was trained (BR8)
     * @param checkedOn when the safety check of somebody from outside was issued (BR9)
     */
    public record Offer(
            String interests,
            int ageFrom,
            int ageTo,
            int hoursAWeek,
            @Nullable LocalDate trainedOn,
            @Nullable LocalDate checkedOn) {}

    public boolean mentor() {
        return offer != null;
    }
}
