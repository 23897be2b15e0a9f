package ru.mentoring.participants.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.ConsentId;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.ConsentWithdrawn;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.tenancy.ownership.TenantOwned;

/** One consent paper: one kind, one person, the signatures that their age asks for. */
@AggregateRoot
@Entity
@Table(schema = "participants", name = "consent")
class Consent extends TenantOwned {

    /** What has become of the paper. */
    enum State {
        /** Signed by one of two. */
        SIGNED,
        VALID,
        /** Replaced by a newer paper, or its term is over. */
        EXPIRED,
        WITHDRAWN
    }

    @Identity
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ConsentId id;

    private UUID personId;

    @Enumerated(EnumType.STRING)
    private ConsentKind kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private int ageAtSigning;
    private boolean needsPerson;
    private boolean needsRepresentative;
    private @Nullable LocalDate personSignedOn;
    private @Nullable LocalDate representativeSignedOn;
    private @Nullable String representativeName;
    private @Nullable LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable LocalDate withdrawnOn;
    private @Nullable String paper;

    protected Consent() {}

    /** Opens a paper that waits for the signatures of the given signers. */
    Consent(
            PersonId person,
            ConsentKind kind,
            int ageAtSigning,
            Set<Signer> needed,
            @Nullable LocalDate validTo,
            @Nullable String paper) {
        if (needed.isEmpty()) {
            throw new IllegalArgumentException("A consent that nobody signs is none");
        }
        this.id = ConsentId.next();
        this.personId = person.value();
        this.kind = kind;
        this.ageAtSigning = ageAtSigning;
        this.needsPerson = needed.contains(Signer.PERSON);
        this.needsRepresentative = needed.contains(Signer.REPRESENTATIVE);
        this.validTo = validTo;
        this.paper = Card.blankToNull(paper);
        this.state = State.SIGNED;
    }

    /** Notes that the person has signed. */
    Consent signedByPerson(LocalDate on) {
        requireOpen();
        personSignedOn = on;
        return settle(on);
    }

    /** Notes that the representative has signed. */
    Consent signedByRepresentative(String name, LocalDate on) {
        requireOpen();
        representativeName = name;
        representativeSignedOn = on;
        return settle(on);
    }

    private void requireOpen() {
        if (state != State.SIGNED) {
            throw new IllegalStateException("%s takes no signature: it is %s".formatted(id, state));
        }
    }

    private Consent settle(LocalDate on) {
        if (missing().isEmpty()) {
            state = State.VALID;
            validFrom = on;
            if (validTo != null && validTo.isBefore(on)) {
                throw new IllegalArgumentException("The term of a consent ends before it begins");
            }
        }
        return this;
    }

    /** Returns whose signature is still wanted. */
    Set<Signer> missing() {
        var wanted = EnumSet.noneOf(Signer.class);
        if (needsPerson && personSignedOn == null) {
            wanted.add(Signer.PERSON);
        }
        if (needsRepresentative && representativeSignedOn == null) {
            wanted.add(Signer.REPRESENTATIVE);
        }
        return wanted;
    }

    /** Ends the term because a newer paper takes over. */
    void replacedOn(LocalDate day) {
        state = State.EXPIRED;
        if (validTo == null || validTo.isAfter(day)) {
            validTo = validFrom != null && validFrom.isAfter(day) ? validFrom : day;
        }
    }

    /** Takes the consent back; whoever relied on it hears of it in the same transaction (BR19). */
    void withdraw(LocalDate on) {
        if (state != State.VALID && state != State.SIGNED) {
            throw new IllegalStateException(
                    "%s cannot be withdrawn: it is %s".formatted(id, state));
        }
        boolean heldUntilNow = state == State.VALID;
        state = State.WITHDRAWN;
        withdrawnOn = on;
        if (heldUntilNow) {
            registerEvent(new ConsentWithdrawn(region(), org(), person(), kind, on));
        }
    }

    /** Says whether it holds on a day. */
    boolean validOn(LocalDate day) {
        return state == State.VALID
                && validFrom != null
                && !day.isBefore(validFrom)
                && (validTo == null || !day.isAfter(validTo));
    }

    ConsentId id() {
        return id;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    ConsentKind kind() {
        return kind;
    }

    State state() {
        return state;
    }

    @Nullable LocalDate validTo() {
        return validTo;
    }
}
