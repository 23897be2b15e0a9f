package ru.mentoring.programs.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.EntryId;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.Form;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.ownership.TenantOwned;

/** Somebody's part in a mentorship. */
@Entity
@Table(schema = "programs", name = "mentorship_side")
@org.jmolecules.ddd.annotation.Entity
class MentorshipSide extends TenantOwned {

    @Identity @Id private UUID id;

    @Enumerated(EnumType.STRING)
    private Side side;

    private UUID personId;
    private UUID entryId;

    @Column(name = "mentor_person_id")
    private UUID mentorId;

    private String form;
    private boolean open;
    private @Nullable LocalDate leftOn;
    private boolean minor;
    private @Nullable LocalDate confirmedOn;

    @Enumerated(EnumType.STRING)
    private Confirmation.@Nullable How confirmedHow;

    private @Nullable LocalDate representativeConfirmedOn;

    @Enumerated(EnumType.STRING)
    private Confirmation.@Nullable How representativeConfirmedHow;

    protected MentorshipSide() {}

    MentorshipSide(Standing person, PersonId mentor, Form form) {
        this.id = Ids.next();
        this.side = person.side();
        this.personId = person.person().value();
        this.entryId = person.entry().value();
        this.mentorId = mentor.value();
        this.form = form.code();
        this.open = true;
        this.minor = person.minor();
    }

    Confirming confirm(Confirmation confirmation) {
        switch (confirmation.voice()) {
            case PERSON -> {
                if (confirmedOn != null) {
                    return new Confirming.Refused(Confirming.Reason.ALREADY_CONFIRMED);
                }
                confirmedOn = confirmation.on();
                confirmedHow = confirmation.how();
            }
            case REPRESENTATIVE -> {
                if (!minor) {
                    return new Confirming.Refused(Confirming.Reason.NO_REPRESENTATIVE);
                }
                if (representativeConfirmedOn != null) {
                    return new Confirming.Refused(Confirming.Reason.ALREADY_CONFIRMED);
                }
                representativeConfirmedOn = confirmation.on();
                representativeConfirmedHow = confirmation.how();
            }
        }
        return new Confirming.Confirmed();
    }

    boolean unconfirmed() {
        return confirmedOn == null;
    }

    boolean unconfirmedByRepresentative() {
        return minor && representativeConfirmedOn == null;
    }

    /** Ends this part alone; the mentorship may go on. */
    void leave(LocalDate on) {
        open = false;
        leftOn = on;
    }

    void close() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    boolean isMentor() {
        return side == Side.MENTOR;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    EntryId entry() {
        return new EntryId(entryId);
    }
}
