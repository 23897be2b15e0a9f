package ru.mentoring.programs.domain;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.PersonId;
import ru.mentoring.programs.MeetingType;

/**
 * What is written down about a meeting that has taken place.
 *
 * @param minutes how long it took
 * @param agreement what was agreed for the next time, if anything
 * @param mentorContinues the mentor's answer, after the meetings that ask whether to continue
 * @param menteesContinue the mentees' answer, likewise; no if none of them goes on
 * @param leaving the mentees of a group who do not go on while the others do
 * @param trialSkippedBecause why there was no trial meeting, if planning follows at once (BR6)
 */
public record MeetingRecord(
        MeetingType type,
        LocalDate heldOn,
        int minutes,
        MeetingFormat format,
        @Nullable String place,
        String topic,
        String result,
        @Nullable String agreement,
        @Nullable Boolean mentorContinues,
        @Nullable Boolean menteesContinue,
        Set<PersonId> leaving,
        @Nullable String trialSkippedBecause) {

    public MeetingRecord {
        leaving = Set.copyOf(leaving);
        place = textOrNull(place);
        agreement = textOrNull(agreement);
        trialSkippedBecause = textOrNull(trialSkippedBecause);
        topic = topic.strip();
        result = result.strip();
        if (topic.isEmpty() || result.isEmpty() || minutes < 5 || minutes > 600) {
            throw new IllegalArgumentException("A meeting has a duration, a topic and a result");
        }
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A meeting after which nobody leaves alone. */
    public MeetingRecord(
            MeetingType type,
            LocalDate heldOn,
            int minutes,
            MeetingFormat format,
            @Nullable String place,
            String topic,
            String result,
            @Nullable String agreement,
            @Nullable Boolean mentorContinues,
            @Nullable Boolean menteesContinue,
            @Nullable String trialSkippedBecause) {
        this(
                type,
                heldOn,
                minutes,
                format,
                place,
                topic,
                result,
                agreement,
                mentorContinues,
                menteesContinue,
                Set.of(),
                trialSkippedBecause);
    }
}
