package ru.mentoring.programs.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.EntryId;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.Standing;
import ru.mentoring.programs.EndReason;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipId;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.tenancy.SeasonId;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Track;

/**
 * Takes a stored mentorship's way once more, from the proposal to its end, and names whatever the
 * rules refuse or would have stored otherwise (BR2–BR4, BR6–BR10, BR19).
 */
public class MentorshipReplay {

    private record Head(
            Track track,
            String form,
            UUID season,
            int startYear,
            MentorshipState state,
            LocalDate proposedOn,
            @Nullable String orderNumber,
            @Nullable LocalDate orderDate,
            @Nullable String addendum,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable EndReason endReason,
            @Nullable LocalDate secondMeetingOn) {}

    private record Part(
            UUID person,
            UUID entry,
            Side side,
            boolean open,
            @Nullable LocalDate leftOn,
            boolean minor,
            @Nullable LocalDate confirmedOn,
            Confirmation.@Nullable How confirmedHow,
            @Nullable LocalDate representativeConfirmedOn,
            Confirmation.@Nullable How representativeConfirmedHow,
            Category category,
            LocalDate birthDate,
            @Nullable LocalDate trainedOn,
            boolean trainingWaived,
            @Nullable LocalDate safetyIssuedOn,
            @Nullable LocalDate safetyValidTo,
            boolean safetyWaived) {}

    private record Paper(
            UUID person,
            ConsentKind kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate withdrawnOn) {

        boolean heldOn(LocalDate day) {
            return !validFrom.isAfter(day)
                    && (validTo == null || !validTo.isBefore(day))
                    && (withdrawnOn == null || withdrawnOn.isAfter(day));
        }
    }

    private record Talk(
            int number,
            MeetingType type,
            String state,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate heldOn,
            @Nullable Integer minutes,
            MeetingFormat format,
            @Nullable String place,
            @Nullable String topic,
            @Nullable String result,
            @Nullable Boolean mentorContinues,
            @Nullable Boolean menteesContinue,
            int going) {}

    private final JdbcClient jdbc;
    private final Forms forms;
    private final Clock clock;

    MentorshipReplay(JdbcClient jdbc, Forms forms, Clock clock) {
        this.jdbc = jdbc;
        this.forms = forms;
        this.clock = clock;
    }

    /** Returns what the rules have against a mentorship of the scope's school. */
    @Transactional(readOnly = true)
    public List<String> faults(UUID id) {
        return new Way(head(id), parts(id), papers(id), talks(id)).faults();
    }

    private final class Way {

        private final Head stored;
        private final List<Part> parts;
        private final List<Paper> papers;
        private final List<Talk> talks;
        private final LocalDate today = LocalDate.now(clock);
        private final List<String> faults = new ArrayList<>();

        Way(Head stored, List<Part> parts, List<Paper> papers, List<Talk> talks) {
            this.stored = stored;
            this.parts = parts;
            this.papers = papers;
            this.talks = talks;
        }

        List<String> faults() {
            var form = forms.require(stored.form());
            if (form.track() != stored.track()) {
                faults.add("form of another track");
            }
            if (stored.proposedOn().isAfter(today)) {
                faults.add("proposed in future");
            }
            judge("proposal", stored.proposedOn());
            var again =
                    Mentorship.propose(
                            form,
                            season(),
                            standing(mentor(), stored.proposedOn()),
                            mentees().stream()
                                    .map(part -> standing(part, stored.proposedOn()))
                                    .toList(),
                            stored.proposedOn());
            parts.forEach(part -> confirm(again, part));
            if (stored.startedOn() != null) {
                start(again);
            }
            talks.forEach(talk -> talk(again, talk));
            end(again);
            compare(again);
            return faults;
        }

        private void judge(String when, LocalDate on) {
            var mentees = new HashMap<PersonId, Standing>();
            mentees().forEach(part -> mentees.put(id(part), standing(part, on)));
            AdmissionRules.judge(
                            forms.require(stored.form()),
                            id(mentor()),
                            mentees.keySet(),
                            Map.of(id(mentor()), standing(mentor(), on)),
                            mentees)
                    .forEach(obstacle -> faults.add(when + ": " + obstacle.reason()));
            int most = forms.require(stored.form()).mostMentees();
            if (mentees.size() > most) {
                faults.add(when + ": more than %d mentees".formatted(most));
            }
        }

        private void confirm(Mentorship again, Part part) {
            if (part.confirmedOn() != null && part.confirmedHow() != null) {
                noted(
                        again,
                        part,
                        Confirmation.Voice.PERSON,
                        part.confirmedHow(),
                        part.confirmedOn());
            }
            var how = part.representativeConfirmedHow();
            if (part.representativeConfirmedOn() != null && how != null) {
                noted(
                        again,
                        part,
                        Confirmation.Voice.REPRESENTATIVE,
                        how,
                        part.representativeConfirmedOn());
            }
        }

        private void noted(
                Mentorship again,
                Part part,
                Confirmation.Voice voice,
                Confirmation.How how,
                LocalDate on) {
            if (on.isAfter(today) || on.isBefore(stored.proposedOn())) {
                faults.add("confirmed " + on);
            }
            if (again.confirm(id(part), new Confirmation(voice, how, on), today)
                    instanceof Confirming.Refused(var reason)) {
                faults.add("confirmation: " + reason);
            }
        }

        private void start(Mentorship again) {
            var order =
                    new SigningOrder(stored.orderNumber(), stored.orderDate(), stored.addendum());
            judge("start", Objects.requireNonNull(stored.startedOn()));
            again.unconfirmed().forEach(one -> faults.add("start: " + one.reason()));
            again.objections(forms.require(stored.form()), order, today)
                    .forEach(one -> faults.add("start: " + one.reason()));
            if (faults.isEmpty()) {
                again.start(order);
            }
        }

        private void talk(Mentorship again, Talk talk) {
            if (talk.heldOn() == null) {
                if (talk.state().equals("PLANNED") && talk.plannedOn() != null) {
                    plan(again, talk, talk.plannedOn());
                }
                return;
            }
            boolean asked = Boolean.TRUE.equals(talk.menteesContinue());
            if (talk.going() != (asked ? mentees().size() : 0)) {
                faults.add("meeting %d: %d answers".formatted(talk.number(), talk.going()));
            }
            var answer =
                    again.hold(
                            new MeetingRecord(
                                    talk.type(),
                                    talk.heldOn(),
                                    talk.minutes() == null ? 0 : talk.minutes(),
                                    talk.format(),
                                    talk.place(),
                                    String.valueOf(talk.topic()),
                                    String.valueOf(talk.result()),
                                    null,
                                    talk.mentorContinues(),
                                    talk.menteesContinue(),
                                    null),
                            today);
            if (answer instanceof Holding.Refused(var reason)) {
                faults.add("meeting %d: %s".formatted(talk.number(), reason));
            }
        }

        private void plan(Mentorship again, Talk talk, LocalDate on) {
            if (again.plan(talk.type(), on, talk.format(), talk.place(), on)
                    instanceof Planning.Refused(var reason)) {
                faults.add("planned meeting: " + reason);
            }
        }

        private void end(Mentorship again) {
            var on = stored.endedOn();
            var reason = stored.endReason();
            if (on == null || reason == null) {
                return;
            }
            if (reason == EndReason.CONSENT_WITHDRAWN) {
                withdrawn(on).forEach(part -> again.release(id(part), on));
                return;
            }
            var answer = again.end(reason, on, null, today);
            if (answer instanceof Ending.Refused(var objection)) {
                faults.add("end: " + objection);
            }
        }

        private List<Part> withdrawn(LocalDate on) {
            return parts.stream()
                    .filter(part ->
                            papers.stream()
                                    .anyMatch(paper ->
                                            paper.person().equals(part.person())
                                                    && on.equals(paper.withdrawnOn())))
                    .toList();
        }

        private void compare(Mentorship again) {
            same("state", stored.state(), again.state());
            same("start", stored.startedOn(), again.startedOn());
            same("end", stored.endedOn(), again.endedOn());
            same("reason", stored.endReason(), again.endReason());
            same("second meeting", stored.secondMeetingOn(), again.secondMeetingOn());
            for (var side : again.sides()) {
                var mine =
                        parts.stream()
                                .filter(part -> id(part).equals(side.person()))
                                .findFirst()
                                .orElseThrow();
                same("open", mine.open(), side.isOpen());
                same("entry", new EntryId(mine.entry()), side.entry());
                same("minor", mine.minor(), standing(mine, stored.proposedOn()).minor());
            }
        }

        private void same(String what, @Nullable Object mine, @Nullable Object right) {
            if (!Objects.equals(mine, right)) {
                faults.add("%s is %s, not %s".formatted(what, mine, right));
            }
        }

        private Part mentor() {
            return parts.stream()
                    .filter(part -> part.side() == Side.MENTOR)
                    .findFirst()
                    .orElseThrow();
        }

        private List<Part> mentees() {
            return parts.stream().filter(part -> part.side() == Side.MENTEE).toList();
        }

        private SeasonView season() {
            return new SeasonView(
                    new SeasonId(stored.season()),
                    stored.track(),
                    stored.startYear(),
                    LocalDate.of(stored.startYear(), 9, 1),
                    LocalDate.of(stored.startYear() + 1, 8, 31),
                    false);
        }

        /** What the registers knew about somebody on a day. */
        private Standing standing(Part part, LocalDate on) {
            Set<ConsentKind> held = EnumSet.noneOf(ConsentKind.class);
            papers.stream()
                    .filter(paper -> paper.person().equals(part.person()) && paper.heldOn(on))
                    .forEach(paper -> held.add(paper.kind()));
            return new Standing(
                    id(part),
                    new EntryId(part.entry()),
                    part.side(),
                    "",
                    part.category(),
                    Born.on(part.birthDate()),
                    on,
                    held.contains(ConsentKind.CN1)
                            ? EntryState.REGISTERED
                            : EntryState.CONSENT_PENDING,
                    held,
                    part.trainingWaived()
                            || part.trainedOn() != null && !part.trainedOn().isAfter(on),
                    part.safetyWaived()
                            || part.safetyIssuedOn() != null
                                    && !part.safetyIssuedOn().isAfter(on)
                                    && (part.safetyValidTo() == null
                                            || !part.safetyValidTo().isBefore(on)),
                    null,
                    null);
        }

        private static PersonId id(Part part) {
            return new PersonId(part.person());
        }
    }

    private Head head(UUID id) {
        return jdbc.sql(
                        """
                        select track, form, season_id as season, season_start_year as start_year, state, proposed_on,
                               order_number, order_date, addendum, started_on, ended_on, end_reason, second_meeting_on
                        from programs.mentorship where id = ?\
                        """)
                .param(new MentorshipId(id).value())
                .query(Head.class)
                .single();
    }

    private List<Part> parts(UUID id) {
        return jdbc.sql(
                        """
                        select s.person_id as person, s.entry_id as entry, s.side, s.open, s.left_on, s.minor, s.confirmed_on,
                               s.confirmed_how, s.representative_confirmed_on, s.representative_confirmed_how, p.category,
                               p.birth_date, e.trained_on, e.training_waiver is not null as training_waived,
                               e.safety_issued_on, e.safety_valid_to, e.safety_waiver is not null as safety_waived
                        from programs.mentorship_side s
                        join participants.person p on p.id = s.person_id
                        left join participants.mentor_entry e on e.id = s.entry_id
                        where s.mentorship_id = ?\
                        """)
                .param(id)
                .query(Part.class)
                .list();
    }

    private List<Paper> papers(UUID id) {
        return jdbc.sql(
                        """
                        select person_id as person, kind, valid_from, valid_to, withdrawn_on from participants.consent
                        where valid_from is not null
                          and person_id in (select person_id from programs.mentorship_side where mentorship_id = ?)\
                        """)
                .param(id)
                .query(Paper.class)
                .list();
    }

    private List<Talk> talks(UUID id) {
        return jdbc.sql(
                        """
                        select number, type, state, planned_on, held_on, minutes, format, place, topic, result, mentor_continues,
                               mentees_continue, cardinality(going) as going
                        from programs.meeting where mentorship_id = ? order by number\
                        """)
                .param(id)
                .query(Talk.class)
                .list();
    }
}
