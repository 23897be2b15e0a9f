package ru.mentoring.participants.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a row of a register says beyond the card: what a mentee asks for, what a mentor offers. */
public sealed interface Wish {

    /** The day of entry; today if unset. */
    @Nullable LocalDate enteredOn();

    /** A mentee's row. */
    record Request(@Nullable String request, @Nullable LocalDate enteredOn) implements Wish {
        public Request {
            request = Card.blankToNull(request);
        }
    }

    /**
     * A mentor's row.
     *
     * @param hours the time a mentor has for the programme, in the mentor's own words
     */
    record Offer(
            @Nullable String competences,
            @Nullable String achievements,
            @Nullable String interests,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable String hours,
            @Nullable LocalDate enteredOn)
            implements Wish {
        public Offer {
            competences = Card.blankToNull(competences);
            achievements = Card.blankToNull(achievements);
            interests = Card.blankToNull(interests);
            hours = Card.blankToNull(hours);
            if (ageFrom != null && ageTo != null && ageFrom > ageTo) {
                throw new IllegalArgumentException("The youngest wished age is above the oldest");
            }
        }
    }
}
