package ru.mentoring.programs.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.EndReason;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.MeetingHeld;
import ru.mentoring.programs.MeetingId;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipEnded;
import ru.mentoring.programs.MentorshipId;
import ru.mentoring.programs.MentorshipStarted;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.programs.Obstacle;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Track;
import ru.mentoring.tenancy.ownership.TenantOwned;

/** A mentor together with the mentee or mentees entrusted to them. */
@AggregateRoot
@Entity
@Table(schema = "programs", name = "mentorship")
class Mentorship extends TenantOwned {

    @Identity
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private MentorshipId id;

    @Enumerated(EnumType.STRING)
    private Track track;

    private String form;
    private UUID seasonId;
    private int seasonStartYear;

    @Enumerated(EnumType.STRING)
    private MentorshipState state;

    private LocalDate proposedOn;
    private @Nullable String orderNumber;
    private @Nullable LocalDate orderDate;
    private @Nullable String addendum;
    private @Nullable LocalDate startedOn;
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    private @Nullable String endNote;
    private @Nullable LocalDate secondMeetingOn;
    private @Nullable String trialSkippedBecause;

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "mentorship_id", nullable = false, updatable = false)
    private List<MentorshipSide> sides = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "mentorship_id", nullable = false, updatable = false)
    @OrderBy("number")
    private List<Meeting> meetings = new ArrayList<>();

    protected Mentorship() {}

    private Mentorship(Form form, SeasonView season, LocalDate on) {
        this.id = MentorshipId.next();
        this.track = form.track();
        this.form = form.code();
        this.seasonId = season.id().value();
        this.seasonStartYear = season.startYear();
        this.state = MentorshipState.PROPOSED;
        this.proposedOn = on;
    }

    /**
     * Proposes that a mentor and mentees work together; the rules of admission are asked before.
     */
    static Mentorship propose(
            Form form,
            SeasonView season,
            Standing mentor,
            Collection<Standing> mentees,
            LocalDate on) {
        if (mentees.isEmpty()) {
            throw new IllegalArgumentException("A mentorship has a mentee");
        }
        var mentorship = new Mentorship(form, season, on);
        mentorship.sides.add(new MentorshipSide(mentor, mentor.person(), form));
        for (var mentee : mentees) {
            mentorship.sides.add(new MentorshipSide(mentee, mentor.person(), form));
        }
        return mentorship;
    }

    /** Notes that somebody has agreed, or their representative has, unless it is out of place. */
    Confirming confirm(PersonId person, Confirmation confirmation, LocalDate today) {
        if (state != MentorshipState.PROPOSED) {
            return new Confirming.Refused(Confirming.Reason.NOT_PROPOSED);
        }
        var side = sides.stream().filter(s -> s.isOpen() && s.person().equals(person)).findFirst();
        if (side.isEmpty()) {
            return new Confirming.Refused(Confirming.Reason.NO_PART);
        }
        if (confirmation.on().isAfter(today)) {
            return new Confirming.Refused(Confirming.Reason.IN_FUTURE);
        }
        if (confirmation.on().isBefore(proposedOn.minusYears(1))) {
            return new Confirming.Refused(Confirming.Reason.TOO_EARLY);
        }
        return side.get().confirm(confirmation);
    }

    private MentorshipSide side(PersonId person) {
        return sides.stream()
                .filter(side -> side.person().equals(person))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "%s takes no part in %s".formatted(person, id)));
    }

    /** Returns what still has to be confirmed before it may start. */
    List<Obstacle> unconfirmed() {
        var found = new ArrayList<Obstacle>();
        for (var side : sides) {
            if (side.isOpen() && side.unconfirmed()) {
                found.add(
                        new Obstacle(
                                side.isMentor()
                                        ? Obstacle.Reason.MENTOR_UNCONFIRMED
                                        : Obstacle.Reason.MENTEE_UNCONFIRMED,
                                side.person()));
            }
            if (side.isOpen() && side.unconfirmedByRepresentative()) {
                found.add(new Obstacle(Obstacle.Reason.REPRESENTATIVE_UNCONFIRMED, side.person()));
            }
        }
        return found;
    }

    /** Returns what is wrong with an order under which it is to start (BR3, BR10). */
    List<Obstacle> objections(Form form, SigningOrder order, LocalDate today) {
        var found = new ArrayList<Obstacle>();
        if (order.number() == null || order.date() == null) {
            found.add(Obstacle.of(Obstacle.Reason.ORDER_MISSING));
        } else if (order.date().isAfter(today)) {
            found.add(Obstacle.of(Obstacle.Reason.ORDER_IN_FUTURE));
        } else if (order.date().isBefore(earliestOrder())) {
            found.add(Obstacle.of(Obstacle.Reason.ORDER_TOO_EARLY));
        }
        if (form.papers() == Form.Papers.CONSENT_AND_ADDENDUM && order.addendum() == null) {
            found.add(Obstacle.of(Obstacle.Reason.ADDENDUM_MISSING));
        }
        return found;
    }

    /**
     * Returns the first day on which an order may have been signed: schools sign orders for a
     * school year in the summer before it. An order of an earlier date has a slip in its year, and
     * the mentorship would count in years that are long over.
     */
    private LocalDate earliestOrder() {
        return LocalDate.of(seasonStartYear, Month.JULY, 1);
    }

    /** Starts by the order of the school, on the day of the order. */
    void start(SigningOrder order) {
        if (state != MentorshipState.PROPOSED || !unconfirmed().isEmpty()) {
            throw new IllegalStateException("Cannot start %s: it is %s".formatted(id, state));
        }
        if (order.number() == null || order.date() == null) {
            throw new IllegalStateException("Cannot start %s without an order".formatted(id));
        }
        orderNumber = order.number();
        orderDate = order.date();
        addendum = order.addendum();
        startedOn = order.date();
        state = MentorshipState.STARTED;
        registerEvent(new MentorshipStarted(region(), org(), id, order.date()));
    }

    /** Plans the next meeting; which kind comes next is not a matter of choice (BR6). */
    Planning plan(
            MeetingType type,
            LocalDate on,
            MeetingFormat format,
            @Nullable String place,
            LocalDate today) {
        if (state != MentorshipState.STARTED) {
            return new Planning.Refused(Planning.Reason.NOT_STARTED);
        }
        if (!mayFollow(type)) {
            return new Planning.Refused(Planning.Reason.OUT_OF_ORDER);
        }
        if (on.isBefore(today)) {
            return new Planning.Refused(Planning.Reason.IN_PAST);
        }
        if (on.isAfter(today.plusYears(1))) {
            return new Planning.Refused(Planning.Reason.TOO_LATE);
        }
        var meeting = Meeting.planned(nextNumber(), type, on, format, place);
        meetings.add(meeting);
        return new Planning.Planned(meeting.id());
    }

    private int nextNumber() {
        return meetings.stream().mapToInt(Meeting::number).max().orElse(0) + 1;
    }

    private boolean mayFollow(MeetingType type) {
        return MeetingCycle.next(held()).contains(type);
    }

    private List<MeetingType> held() {
        return meetings.stream()
                .filter(Meeting::isHeld)
                .sorted(Comparator.comparing(Meeting::day).thenComparing(Meeting::number))
                .map(Meeting::type)
                .toList();
    }

    /** Calls off a meeting that was planned. Says whether there was one. */
    boolean cancel(MeetingId meeting) {
        var planned =
                meetings.stream().filter(m -> m.id().equals(meeting) && m.isPlanned()).findFirst();
        planned.ifPresent(Meeting::cancel);
        return planned.isPresent();
    }

    /**
     * Puts a meeting that has taken place on record. If a side does not want to go on after it, the
     * mentorship ends with it; a group goes on without the mentees who do not want to.
     */
    Holding hold(MeetingRecord record, LocalDate today) {
        var objection = objection(record, today);
        if (objection.isPresent()) {
            return new Holding.Refused(objection.get());
        }
        if (record.type() == MeetingType.PLANNING && !held().contains(MeetingType.TRIAL)) {
            trialSkippedBecause = record.trialSkippedBecause();
        }
        int number = holdPlannedOrNew(record, going(record));
        if (meetings.stream().filter(Meeting::isHeld).count() == 2) {
            secondMeetingOn = record.heldOn();
        }
        registerEvent(new MeetingHeld(region(), org(), id, record.type(), number, record.heldOn()));
        boolean mentorStops = Boolean.FALSE.equals(record.mentorContinues());
        boolean menteesStop = Boolean.FALSE.equals(record.menteesContinue());
        if (mentorStops || menteesStop) {
            close(
                    mentorStops && menteesStop
                            ? EndReason.MUTUAL_WISH
                            : mentorStops
                                    ? EndReason.MENTOR_INITIATIVE
                                    : EndReason.MENTEE_INITIATIVE,
                    record.heldOn(),
                    null);
        }
        if (mentorStops || menteesStop) {
            return new Holding.Held(true);
        }
        record.leaving().forEach(person -> side(person).leave(record.heldOn()));
        return new Holding.Held(false, record.leaving().size());
    }

    /** Who of the mentees has said that they go on. */
    private Set<PersonId> going(MeetingRecord record) {
        if (!Boolean.TRUE.equals(record.menteesContinue())) {
            return Set.of();
        }
        var going = new HashSet<PersonId>(openMentees());
        if (!going.containsAll(record.leaving()) || going.equals(record.leaving())) {
            throw new IllegalArgumentException(
                    "%s cannot go on without %s".formatted(id, record.leaving()));
        }
        going.removeAll(record.leaving());
        return going;
    }

    private Set<PersonId> openMentees() {
        return sides.stream()
                .filter(side -> side.isOpen() && !side.isMentor())
                .map(MentorshipSide::person)
                .collect(Collectors.toSet());
    }

    private int holdPlannedOrNew(MeetingRecord record, Set<PersonId> going) {
        var planned =
                meetings.stream()
                        .filter(m -> m.isPlanned() && m.type() == record.type())
                        .min(Comparator.comparing(Meeting::day));
        if (planned.isPresent()) {
            planned.get().hold(record, going);
            return planned.get().number();
        }
        var meeting = Meeting.held(nextNumber(), record, going);
        meetings.add(meeting);
        return meeting.number();
    }

    private Optional<Holding.Reason> objection(MeetingRecord record, LocalDate today) {
        if (state != MentorshipState.STARTED || startedOn == null) {
            return Optional.of(Holding.Reason.NOT_STARTED);
        }
        if (!mayFollow(record.type())) {
            return Optional.of(Holding.Reason.OUT_OF_ORDER);
        }
        boolean skipsTrial =
                record.type() == MeetingType.PLANNING && !held().contains(MeetingType.TRIAL);
        if (skipsTrial && record.trialSkippedBecause() == null) {
            return Optional.of(Holding.Reason.SKIP_REASON_MISSING);
        }
        if (record.heldOn().isAfter(today)) {
            return Optional.of(Holding.Reason.IN_FUTURE);
        }
        if (record.heldOn().isBefore(startedOn)) {
            return Optional.of(Holding.Reason.BEFORE_START);
        }
        if (lastMeeting().filter(last -> record.heldOn().isBefore(last)).isPresent()) {
            return Optional.of(Holding.Reason.BEFORE_PREVIOUS);
        }
        boolean unanswered = record.mentorContinues() == null || record.menteesContinue() == null;
        return record.type().asksWhetherToContinue() && unanswered
                ? Optional.of(Holding.Reason.ANSWER_MISSING)
                : Optional.empty();
    }

    private Optional<LocalDate> lastMeeting() {
        return meetings.stream()
                .filter(Meeting::isHeld)
                .map(Meeting::day)
                .max(Comparator.naturalOrder());
    }

    /** Ends it for a reason that somebody gives. */
    Ending end(EndReason reason, LocalDate on, @Nullable String note, LocalDate today) {
        if (!open()) {
            return new Ending.Refused(Ending.Reason.ALREADY_ENDED);
        }
        if (reason == EndReason.CONSENT_WITHDRAWN) {
            return new Ending.Refused(Ending.Reason.NOT_BY_HAND);
        }
        if (reason == EndReason.COMPLETED_PLAN && !held().contains(MeetingType.FINAL)) {
            return new Ending.Refused(Ending.Reason.FINAL_MEETING_MISSING);
        }
        if (reason == EndReason.OTHER && (note == null || note.isBlank())) {
            return new Ending.Refused(Ending.Reason.NOTE_MISSING);
        }
        if (on.isAfter(today)) {
            return new Ending.Refused(Ending.Reason.IN_FUTURE);
        }
        var since = lastMeeting().orElse(startedOn == null ? proposedOn : startedOn);
        if (on.isBefore(since)) {
            return new Ending.Refused(Ending.Reason.BEFORE_LAST_MEETING);
        }
        close(reason, on, note);
        return new Ending.Ended();
    }

    /**
     * Lets somebody go whose consent is taken back: a mentee of a group alone, everybody if it is
     * the mentor or the last mentee (BR19). Says whether the mentorship has ended.
     */
    boolean release(PersonId person, LocalDate on) {
        var leaving = side(person);
        long mentees = sides.stream().filter(s -> s.isOpen() && !s.isMentor()).count();
        if (!leaving.isMentor() && leaving.isOpen() && mentees > 1) {
            leaving.leave(on);
            return false;
        }
        if (open()) {
            var latest = startedOn != null && on.isBefore(startedOn) ? startedOn : on;
            close(EndReason.CONSENT_WITHDRAWN, latest, null);
        }
        return true;
    }

    private void close(EndReason reason, LocalDate on, @Nullable String note) {
        state =
                reason == EndReason.COMPLETED_PLAN
                        ? MentorshipState.COMPLETED
                        : MentorshipState.DISSOLVED;
        endedOn = on;
        endReason = reason;
        endNote = note == null || note.isBlank() ? null : note.strip();
        sides.forEach(MentorshipSide::close);
        meetings.stream().filter(Meeting::isPlanned).forEach(Meeting::cancel);
        registerEvent(new MentorshipEnded(region(), org(), id, reason, on));
    }

    /** Says whether it goes on or may still start. */
    boolean open() {
        return state == MentorshipState.PROPOSED || state == MentorshipState.STARTED;
    }

    MentorshipId id() {
        return id;
    }

    MentorshipState state() {
        return state;
    }

    String form() {
        return form;
    }

    List<MentorshipSide> sides() {
        return List.copyOf(sides);
    }

    MentorshipSide mentor() {
        return sides.stream().filter(MentorshipSide::isMentor).findFirst().orElseThrow();
    }

    List<MentorshipSide> mentees() {
        return sides.stream().filter(s -> !s.isMentor()).toList();
    }

    @Nullable LocalDate startedOn() {
        return startedOn;
    }

    @Nullable LocalDate endedOn() {
        return endedOn;
    }

    @Nullable EndReason endReason() {
        return endReason;
    }

    @Nullable LocalDate secondMeetingOn() {
        return secondMeetingOn;
    }

    Track track() {
        return track;
    }
}
