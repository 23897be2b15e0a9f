package ru.mentoring.programs.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.PersonId;
import ru.mentoring.programs.MeetingId;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.tenancy.ownership.TenantOwned;

/** A meeting of mentor and mentees, planned or held. */
@Entity
@Table(schema = "programs", name = "meeting")
@org.jmolecules.ddd.annotation.Entity
class Meeting extends TenantOwned {

    /** What has become of it. */
    enum State {
        PLANNED,
        HELD,
        CANCELLED
    }

    @Identity
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private MeetingId id;

    private int number;

    @Enumerated(EnumType.STRING)
    private MeetingType type;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable LocalDate plannedOn;
    private @Nullable LocalDate heldOn;
    private @Nullable Integer minutes;

    @Enumerated(EnumType.STRING)
    private MeetingFormat format;

    private @Nullable String place;
    private @Nullable String topic;
    private @Nullable String result;
    private @Nullable String agreement;
    private @Nullable Boolean mentorContinues;
    private @Nullable Boolean menteesContinue;

    /** Whose answer was yes, and who left the group by a no; empty where nobody was asked. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private UUID[] going = {};

    @JdbcTypeCode(SqlTypes.ARRAY)
    private UUID[] leaving = {};

    protected Meeting() {}

    private Meeting(int number, MeetingType type, MeetingFormat format, @Nullable String place) {
        this.id = MeetingId.next();
        this.number = number;
        this.type = type;
        this.format = format;
        this.place = place == null || place.isBlank() ? null : place.strip();
        this.state = State.PLANNED;
    }

    static Meeting planned(
            int number,
            MeetingType type,
            LocalDate on,
            MeetingFormat format,
            @Nullable String place) {
        var meeting = new Meeting(number, type, format, place);
        meeting.plannedOn = on;
        return meeting;
    }

    static Meeting held(int number, MeetingRecord record, Set<PersonId> going) {
        var meeting = new Meeting(number, record.type(), record.format(), record.place());
        meeting.hold(record, going);
        return meeting;
    }

    void hold(MeetingRecord record, Set<PersonId> going) {
        state = State.HELD;
        heldOn = record.heldOn();
        minutes = record.minutes();
        format = record.format();
        place = record.place();
        topic = record.topic();
        result = record.result();
        agreement = record.agreement();
        mentorContinues = record.mentorContinues();
        menteesContinue = record.menteesContinue();
        this.going = ids(going);
        leaving = ids(record.leaving());
    }

    private static UUID[] ids(Set<PersonId> people) {
        return people.stream().map(PersonId::value).sorted().toArray(UUID[]::new);
    }

    void cancel() {
        state = State.CANCELLED;
    }

    MeetingId id() {
        return id;
    }

    int number() {
        return number;
    }

    MeetingType type() {
        return type;
    }

    boolean isHeld() {
        return state == State.HELD;
    }

    boolean isPlanned() {
        return state == State.PLANNED;
    }

    LocalDate day() {
        return heldOn == null ? Objects.requireNonNull(plannedOn) : heldOn;
    }
}
