package ru.mentoring.participants.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.PersonId;
import ru.mentoring.tenancy.SeasonView;

/** A row of the register of mentees in one season. */
@AggregateRoot
@Entity
@Table(schema = "participants", name = "mentee_entry")
non-sealed class MenteeEntry extends RegisterEntry {

    private @Nullable String request;

    protected MenteeEntry() {}

    MenteeEntry(PersonId person, SeasonView season, LocalDate enteredOn) {
        super(person, season, enteredOn);
    }

    /** Takes over what a row says and keeps what it leaves out. Says whether anything changed. */
    boolean merge(Wish.Request row) {
        boolean moved = entered(row.enteredOn());
        if (row.request() == null || Objects.equals(row.request(), request)) {
            return moved;
        }
        request = row.request();
        return true;
    }

    /** Takes over a row as it is. Says whether anything changed. */
    boolean replace(Wish.Request row) {
        boolean moved = entered(row.enteredOn());
        boolean changed = !Objects.equals(row.request(), request);
        request = row.request();
        return moved || changed;
    }
}
