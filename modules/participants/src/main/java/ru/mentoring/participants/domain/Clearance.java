package ru.mentoring.participants.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.NoSuchPerson;
import ru.mentoring.participants.PersonId;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Seasons;

/** Keeps what a mentor needs besides consents: training (BR8) and the safety check (BR9). */
@Service
public class Clearance {

    private final Persons persons;
    private final MentorEntries mentors;
    private final Seasons seasons;
    private final Audit audit;
    private final Clock clock;

    Clearance(Persons persons, MentorEntries mentors, Seasons seasons, Audit audit, Clock clock) {
        this.persons = persons;
        this.mentors = mentors;
        this.seasons = seasons;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Marks a mentor as trained.
     *
     * @throws IllegalArgumentException if the day is still to come
     */
    @Transactional
    public void train(PersonId mentor, LocalDate on, @Nullable String note) {
        requirePast(on);
        change(mentor, "mentor.trained", entry -> entry.train(on, note));
    }

    /** Does without a mentor's training, for a reason that is kept. */
    @Transactional
    public void waiveTraining(PersonId mentor, String reason) {
        change(mentor, "mentor.training-waived", entry -> entry.waiveTraining(reason));
    }

    /**
     * Keeps the safety check of an adult from outside the school.
     *
     * @throws IllegalArgumentException if the paper was issued after today or ends before that
     */
    @Transactional
    public void check(
            PersonId mentor, String document, LocalDate issuedOn, @Nullable LocalDate validTo) {
        requirePast(issuedOn);
        if (validTo != null && validTo.isBefore(issuedOn)) {
            throw new IllegalArgumentException("A check cannot end before it was issued");
        }
        change(mentor, "mentor.checked", entry -> entry.check(document, issuedOn, validTo));
    }

    /** Does without the safety check, for a reason that the director answers for. */
    @Transactional
    public void waiveCheck(PersonId mentor, String reason) {
        CurrentScope.get().demand("mentor.waive-check");
        change(mentor, "mentor.check-waived", entry -> entry.waiveCheck(reason));
    }

    private void requirePast(LocalDate day) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new IllegalArgumentException("The day is still to come");
        }
    }

    private void change(PersonId mentor, String action, Consumer<MentorEntry> change) {
        var person = persons.findById(mentor).orElseThrow(() -> new NoSuchPerson(mentor));
        Category category = person.category();
        var season = seasons.current(category.track()).id().value();
        var entry =
                mentors.findByPersonIdAndSeasonId(mentor.value(), season)
                        .orElseThrow(() -> new NoSuchEntry(mentor));
        change.accept(entry);
        mentors.save(entry);
        audit.record(action, "mentor-entry", entry.id().value());
    }
}
