package ru.mentoring.participants.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import java.util.UUID;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.EntryId;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.PersonId;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.ownership.TenantOwned;

/**
 * What the rows of both registers have in common: a person, a season and how far they have come.
 */
@MappedSuperclass
abstract sealed class RegisterEntry extends TenantOwned permits MenteeEntry, MentorEntry {

    @Identity
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private EntryId id;

    private UUID personId;
    private UUID seasonId;
    private int seasonStartYear;
    private LocalDate enteredOn;
    private @Nullable LocalDate leftOn;

    @Enumerated(EnumType.STRING)
    private EntryState state;

    protected RegisterEntry() {}

    protected RegisterEntry(PersonId person, SeasonView season, LocalDate enteredOn) {
        this.id = EntryId.next();
        this.personId = person.value();
        this.seasonId = season.id().value();
        this.seasonStartYear = season.startYear();
        this.enteredOn = enteredOn;
        this.state = EntryState.CONSENT_PENDING;
    }

    /** Lets the person into the register, now that the consent CN1 is there (BR2). */
    boolean admit() {
        return switch (state) {
            case CONSENT_PENDING, WITHDRAWN -> {
                state = EntryState.REGISTERED;
                leftOn = null;
                yield true;
            }
            case REGISTERED, MATCHED, IN_PROGRAMME, COMPLETED -> false;
        };
    }

    /** Takes the person out of the register, because the consent CN1 is there no more. */
    void leave(LocalDate on) {
        state = EntryState.WITHDRAWN;
        leftOn = on;
    }

    /** Notes how far the person's mentorships have brought them. */
    void advance(EntryState reached, LocalDate on) {
        switch (reached) {
            case CONSENT_PENDING, WITHDRAWN ->
                    throw new IllegalArgumentException("No mentorship brings about " + reached);
            case REGISTERED, MATCHED, IN_PROGRAMME, COMPLETED -> {
                if (state == EntryState.WITHDRAWN) {
                    return;
                }
                if (state == EntryState.CONSENT_PENDING) {
                    throw new IllegalStateException("%s has no consent yet".formatted(id));
                }
                state = reached;
                leftOn = reached == EntryState.COMPLETED ? on : null;
            }
        }
    }

    /** Corrects the day of entry. Says whether it was another one. */
    boolean entered(@Nullable LocalDate on) {
        if (on == null || on.equals(enteredOn)) {
            return false;
        }
        enteredOn = on;
        return true;
    }

    EntryId id() {
        return id;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    UUID seasonId() {
        return seasonId;
    }

    LocalDate enteredOn() {
        return enteredOn;
    }

    EntryState state() {
        return state;
    }
}
