package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.EntryState;

/** Somebody at a school while its history is being drawn. */
final class Attendee {

    /** A row of a register while it is not known yet what becomes of it. */
    static final class Row {

        final UUID id;
        final Attendee who;
        final SeasonPlan season;
        final LocalDate enteredOn;
        final String wish;
        final EntryPlan.@Nullable Offer offer;
        EntryState state;
        @Nullable LocalDate leftOn;

        Row(
                UUID id,
                Attendee who,
                SeasonPlan season,
                LocalDate enteredOn,
                String wish,
                EntryPlan.@Nullable Offer offer) {
            this.id = id;
            this.who = who;
            this.season = season;
            this.enteredOn = enteredOn;
            this.wish = wish;
            this.offer = offer;
            this.state = EntryState.CONSENT_PENDING;
        }

        /** Notes where a mentorship has brought the row; somebody who has left stays away. */
        void reach(EntryState reached, @Nullable LocalDate ended) {
            if (state != EntryState.WITHDRAWN) {
                state = reached;
                leftOn = reached == EntryState.COMPLETED ? ended : null;
            }
        }

        void leave(EntryState left, LocalDate on) {
            state = left;
            leftOn = on;
        }

        EntryPlan plan() {
            return new EntryPlan(id, who.card, season, enteredOn, leftOn, state, wish, offer);
        }
    }

    final PersonPlan card;
    final Map<Integer, Row> asMentee = new HashMap<>();
    final Map<Integer, Row> asMentor = new HashMap<>();

    /** In which class a pupil sits in the running school year. */
    private final int gradeNow;

    /** Whether the consents are complete that this person's roles need. */
    boolean consenting;

    /** Whether the person took the consent back and takes part no more. */
    boolean withdrawn;

    Attendee(PersonPlan card, int gradeNow) {
        this.card = card;
        this.gradeNow = gradeNow;
    }

    /** The class in a school year that many years ago. */
    int grade(int yearsAgo) {
        return gradeNow - yearsAgo;
    }

    boolean pupil() {
        return card.category() == Category.PUPIL;
    }

    boolean atSchool(int yearsAgo) {
        return pupil() && grade(yearsAgo) <= 11 && !withdrawn;
    }
}
