package ru.mentoring.programs.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.participants.EntryId;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.EndReason;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.MeetingId;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipId;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.programs.NoSuchMentorship;
import ru.mentoring.programs.Obstacle;
import ru.mentoring.programs.domain.Admission.Admitted;
import ru.mentoring.programs.domain.Admission.Refused;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.Seasons;

/** Brings mentor and mentees together and accompanies them to the end. */
@Service
public class Mentoring {

    private final Mentorships mentorships;
    private final Registers registers;
    private final MentorLoad load;
    private final EntryProgress progress;
    private final Forms forms;
    private final Seasons seasons;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Mentoring(
            Mentorships mentorships,
            Registers registers,
            MentorLoad load,
            EntryProgress progress,
            Forms forms,
            Seasons seasons,
            Audit audit,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.mentorships = mentorships;
        this.registers = registers;
        this.load = load;
        this.progress = progress;
        this.forms = forms;
        this.seasons = seasons;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Says what would stand in the way of a mentorship, without proposing it. */
    @Transactional(readOnly = true)
    public List<Obstacle> obstacles(
            String formCode, PersonId mentor, Collection<PersonId> mentees) {
        return obstacles(forms.require(formCode), mentor, Set.copyOf(mentees));
    }

    private List<Obstacle> obstacles(Form form, PersonId mentor, Set<PersonId> mentees) {
        var today = LocalDate.now(clock);
        var found =
                new ArrayList<>(
                        AdmissionRules.judge(
                                form,
                                mentor,
                                mentees,
                                standings(Side.MENTOR, Set.of(mentor), today),
                                standings(Side.MENTEE, mentees, today)));
        taken(form, mentor, mentees)
                .forEach((person, reason) -> found.add(new Obstacle(reason, person)));
        int free = form.mostMentees() - load.taken(form, Set.of(mentor)).getOrDefault(mentor, 0);
        if (mentees.size() > free) {
            found.add(new Obstacle(Obstacle.Reason.MENTOR_FULL, mentor));
        }
        return found;
    }

    private Map<PersonId, Standing> standings(Side side, Collection<PersonId> whose, LocalDate on) {
        return registers.standings(side, whose, on).stream()
                .collect(Collectors.toMap(Standing::person, Function.identity(), (a, b) -> a));
    }

    private Map<PersonId, Obstacle.Reason> taken(
            Form form, PersonId mentor, Collection<PersonId> mentees) {
        return jdbc
                .sql(
                        """
                        select person_id, bool_or(mentor_person_id = :mentor) as couple
                        from programs.mentorship_side
                        where open and side = 'MENTEE' and person_id = any (:mentees)
                          and (form = :form or mentor_person_id = :mentor)
                        group by person_id
                        """)
                .param("mentor", mentor.value())
                .param("mentees", mentees.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("form", form.code())
                .query((row, n) ->
                        Map.entry(
                                new PersonId(row.getObject(1, UUID.class)),
                                row.getBoolean(2)
                                        ? Obstacle.Reason.COUPLE_EXISTS
                                        : Obstacle.Reason.MENTEE_TAKEN))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Proposes a mentorship, unless a rule speaks against it. Two curators may try for the same
     * mentee or the mentor's last place at once: one is admitted, the other refused.
     */
    public Admission propose(String formCode, PersonId mentor, Collection<PersonId> mentees) {
        var form = forms.require(formCode);
        var whose = Set.copyOf(mentees);
        try {
            return transaction.execute(status -> propose(form, mentor, whose));
        } catch (DataIntegrityViolationException refused) {
            return new Refused(List.of(new Obstacle(reason(refused), mentor)));
        }
    }

    private Admission propose(Form form, PersonId mentor, Set<PersonId> mentees) {
        var obstacles = obstacles(form, mentor, mentees);
        if (!obstacles.isEmpty()) {
            return new Refused(obstacles);
        }
        var today = LocalDate.now(clock);
        load.take(mentor, form, mentees.size());
        var mentorship =
                mentorships.saveAndFlush(
                        Mentorship.propose(
                                form,
                                seasons.current(form.track()),
                                standings(Side.MENTOR, Set.of(mentor), today)
                                        .values()
                                        .iterator()
                                        .next(),
                                standings(Side.MENTEE, mentees, today).values(),
                                today));
        audit.record("mentorship.proposed", "mentorship", mentorship.id().value());
        progress.tell(entries(mentorship), today);
        return new Admitted(mentorship.id());
    }

    /** Which rule the database kept when two came at once. */
    private static Obstacle.Reason reason(DataIntegrityViolationException refused) {
        var constraint =
                Optional.ofNullable(refused.getMostSpecificCause())
                        .filter(PSQLException.class::isInstance)
                        .map(PSQLException.class::cast)
                        .map(PSQLException::getServerErrorMessage)
                        .map(message -> String.valueOf(message.getConstraint()))
                        .orElse("");
        return switch (constraint) {
            case MentorLoad.LIMIT -> Obstacle.Reason.MENTOR_FULL;
            case "mentee_once_per_form" -> Obstacle.Reason.MENTEE_TAKEN;
            case "couple_once" -> Obstacle.Reason.COUPLE_EXISTS;
            default -> throw refused;
        };
    }

    private static Set<EntryId> entries(Mentorship mentorship) {
        return mentorship.sides().stream()
                .map(MentorshipSide::entry)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Mentorship require(MentorshipId id) {
        return mentorships.findById(id).orElseThrow(() -> new NoSuchMentorship(id));
    }

    private Mentorship require(MentorshipId id, long seen) {
        var mentorship = require(id);
        if (mentorship.version() != seen) {
            throw new OptimisticLockingFailureException(
                    "%s has changed since it was shown".formatted(id));
        }
        return mentorship;
    }

    /** Notes that somebody agrees to a proposed mentorship. */
    @Transactional
    public Confirming confirm(MentorshipId id, PersonId person, Confirmation confirmation) {
        var mentorship = require(id);
        var answer = mentorship.confirm(person, confirmation, LocalDate.now(clock));
        if (answer instanceof Confirming.Confirmed) {
            mentorships.saveAndFlush(mentorship);
            audit.record(
                    "mentorship.confirmed", "mentorship", id.value(), confirmation.voice().name());
        }
        return answer;
    }

    /**
     * Starts a proposed mentorship by order, unless something is missing: a confirmation, the order
     * itself, or a condition that has ceased to hold since the proposal.
     */
    @Transactional
    public Admission start(MentorshipId id, SigningOrder order) {
        var mentorship = require(id);
        if (mentorship.state() != MentorshipState.PROPOSED) {
            return new Refused(List.of(Obstacle.of(Obstacle.Reason.NOT_PROPOSED)));
        }
        var today = LocalDate.now(clock);
        var obstacles = standing(mentorship, today);
        obstacles.addAll(mentorship.objections(forms.require(mentorship.form()), order, today));
        if (!obstacles.isEmpty()) {
            return new Refused(obstacles);
        }
        mentorship.start(order);
        mentorships.saveAndFlush(mentorship);
        audit.record("mentorship.started", "mentorship", id.value(), "order");
        progress.tell(entries(mentorship), today);
        return new Admitted(id);
    }

    /** Says what keeps a proposed mentorship from starting, but for the order. */
    @Transactional(readOnly = true)
    public List<Obstacle> standing(MentorshipId id) {
        return List.copyOf(standing(require(id), LocalDate.now(clock)));
    }

    private List<Obstacle> standing(Mentorship mentorship, LocalDate today) {
        var form = forms.require(mentorship.form());
        var mentor = mentorship.mentor().person();
        var mentees =
                mentorship.mentees().stream()
                        .filter(MentorshipSide::isOpen)
                        .map(MentorshipSide::person)
                        .toList();
        var obstacles =
                new ArrayList<>(
                        AdmissionRules.judge(
                                form,
                                mentor,
                                mentees,
                                standings(Side.MENTOR, Set.of(mentor), today),
                                standings(Side.MENTEE, mentees, today)));
        obstacles.addAll(mentorship.unconfirmed());
        return obstacles;
    }

    /**
     * Plans the next meeting.
     *
     * @param seen the version of the mentorship that the person saw
     */
    @Transactional
    public Planning plan(
            MentorshipId id,
            long seen,
            MeetingType type,
            LocalDate on,
            MeetingFormat format,
            @Nullable String place) {
        var mentorship = require(id, seen);
        var answer = mentorship.plan(type, on, format, place, LocalDate.now(clock));
        if (answer instanceof Planning.Planned(var meeting)) {
            mentorships.saveAndFlush(mentorship);
            audit.record("meeting.planned", "meeting", meeting.value());
        }
        return answer;
    }

    /**
     * Calls off a planned meeting; one that is not planned any more stays as it is. Says whether
     * there was one.
     */
    @Transactional
    public boolean cancel(MentorshipId id, MeetingId meeting) {
        var mentorship = require(id);
        boolean cancelled = mentorship.cancel(meeting);
        if (cancelled) {
            mentorships.saveAndFlush(mentorship);
            audit.record("meeting.cancelled", "meeting", meeting.value());
        }
        return cancelled;
    }

    /**
     * Puts a meeting on record.
     *
     * @param seen the version of the mentorship that the person saw
     */
    @Transactional
    public Holding hold(MentorshipId id, long seen, MeetingRecord record) {
        var mentorship = require(id, seen);
        var open = openMentees(mentorship);
        var answer = mentorship.hold(record, LocalDate.now(clock));
        if (answer instanceof Holding.Held(var over, var left)) {
            mentorships.saveAndFlush(mentorship);
            audit.record("meeting.held", "mentorship", id.value(), record.type().name());
            if (over) {
                ended(mentorship, open, record.heldOn());
            } else if (left > 0) {
                left(mentorship, left, record.heldOn());
            }
        }
        return answer;
    }

    /**
     * Ends a mentorship.
     *
     * @param seen the version of the mentorship that the person saw
     */
    @Transactional
    public Ending end(
            MentorshipId id, long seen, EndReason reason, LocalDate on, @Nullable String note) {
        var mentorship = require(id, seen);
        var open = openMentees(mentorship);
        var answer = mentorship.end(reason, on, note, LocalDate.now(clock));
        if (answer instanceof Ending.Ended) {
            mentorships.saveAndFlush(mentorship);
            ended(mentorship, open, on);
        }
        return answer;
    }

    /** Lets somebody go whose consent was taken back; in the transaction of the withdrawal. */
    @Transactional
    void release(PersonId person, Collection<MentorshipId> whose, LocalDate on) {
        for (var id : whose) {
            var mentorship = require(id);
            var open = openMentees(mentorship);
            boolean over = mentorship.release(person, on);
            mentorships.saveAndFlush(mentorship);
            if (over) {
                ended(mentorship, open, on);
                continue;
            }
            left(mentorship, 1, on);
        }
    }

    private void left(Mentorship mentorship, int mentees, LocalDate on) {
        load.release(mentorship.mentor().person(), mentorship.form(), mentees);
        audit.record("mentorship.member-left", "mentorship", mentorship.id().value());
        progress.tell(entries(mentorship), on);
    }

    private static int openMentees(Mentorship mentorship) {
        return Math.toIntExact(
                mentorship.mentees().stream().filter(MentorshipSide::isOpen).count());
    }

    private void ended(Mentorship mentorship, int places, LocalDate on) {
        load.release(mentorship.mentor().person(), mentorship.form(), places);
        audit.record(
                "mentorship.ended",
                "mentorship",
                mentorship.id().value(),
                String.valueOf(mentorship.endReason()));
        progress.tell(entries(mentorship), on);
    }
}
