package ru.mentoring.programs.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.Registers;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.spi.Accompaniment;
import ru.mentoring.participants.spi.Accompaniments;
import ru.mentoring.programs.Form;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipDirectory;
import ru.mentoring.programs.MentorshipId;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.programs.MentorshipView;
import ru.mentoring.programs.NoSuchMentorship;

/** Shows mentorships, to the own school only. */
@Service
public class MentorshipQueries implements MentorshipDirectory, Accompaniments {

    /** After so many days without a meeting somebody should ask what is the matter. */
    public static final int QUIET_DAYS = 21;

    /** A row of the list of pairs and groups. */
    public record Line(
            UUID id,
            String form,
            MentorshipState state,
            PersonId mentor,
            List<PersonId> mentees,
            LocalDate proposedOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            int held,
            @Nullable MeetingType lastType,
            @Nullable LocalDate lastHeldOn,
            @Nullable LocalDate nextOn,
            int unconfirmed,
            LocalDate today,
            int total) {

        /** Says whether it is quiet around this pair for longer than it should be. */
        public boolean quiet() {
            if (state != MentorshipState.STARTED || startedOn == null) {
                return false;
            }
            var since = lastHeldOn == null ? startedOn : lastHeldOn;
            return since.plusDays(QUIET_DAYS).isBefore(today);
        }
    }

    /** Which mentorships are wanted; empty texts select all. */
    public record Filter(String state, String form, String signal) {}

    /** How many mentorships there are in the running seasons. */
    public record Count(int proposed, int started, int completed, int dissolved) {}

    /** A mentorship with everything on record about it. */
    public record Detail(
            MentorshipId id,
            long version,
            Form form,
            MentorshipState state,
            LocalDate proposedOn,
            @Nullable String orderNumber,
            @Nullable LocalDate orderDate,
            @Nullable String addendum,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            @Nullable String endNote,
            @Nullable String trialSkippedBecause,
            List<Part> parts,
            List<Talk> meetings,
            Set<MeetingType> next) {

        public Part mentor() {
            return parts.stream().filter(p -> p.side() == Side.MENTOR).findFirst().orElseThrow();
        }

        /** Returns the mentees, but for those who left the others before the end. */
        public List<Part> mentees() {
            return parts.stream()
                    .filter(p -> p.side() == Side.MENTEE && p.leftOn() == null)
                    .toList();
        }
    }

    /** Somebody's part in a mentorship. */
    public record Part(
            PersonId person,
            Side side,
            boolean open,
            @Nullable LocalDate leftOn,
            boolean minor,
            @Nullable LocalDate confirmedOn,
            @Nullable String confirmedHow,
            @Nullable LocalDate representativeConfirmedOn,
            @Nullable String representativeConfirmedHow) {

        /** Says whether everybody who has to agree has agreed. */
        public boolean confirmed() {
            return confirmedOn != null && (!minor || representativeConfirmedOn != null);
        }
    }

    /**
     * A meeting, planned, held or called off.
     *
     * @param going ids of the mentees who wanted to go on, divided by blanks
     * @param leaving ids of those who did not, likewise
     */
    public record Talk(
            UUID id,
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
            @Nullable String agreement,
            @Nullable Boolean mentorContinues,
            @Nullable Boolean menteesContinue,
            String going,
            String leaving) {

        /** Returns what each mentee of a group has answered; empty where that was not asked. */
        public Map<PersonId, Boolean> answers() {
            var answers = new LinkedHashMap<PersonId, Boolean>();
            people(going).forEach(person -> answers.put(person, true));
            people(leaving).forEach(person -> answers.put(person, false));
            return answers.size() > 1 ? answers : Map.of();
        }

        private static List<PersonId> people(String ids) {
            return ids.isEmpty()
                    ? List.of()
                    : Arrays.stream(ids.split(" "))
                            .map(id -> new PersonId(UUID.fromString(id)))
                            .toList();
        }
    }

    private record PartRow(
            UUID mentorship,
            UUID person,
            String side,
            boolean open,
            @Nullable LocalDate leftOn,
            boolean minor,
            @Nullable LocalDate confirmedOn,
            @Nullable String confirmedHow,
            @Nullable LocalDate representativeConfirmedOn,
            @Nullable String representativeConfirmedHow) {

        Part part() {
            return new Part(
                    new PersonId(person),
                    Side.valueOf(side),
                    open,
                    leftOn,
                    minor,
                    confirmedOn,
                    confirmedHow,
                    representativeConfirmedOn,
                    representativeConfirmedHow);
        }
    }

    private record LineRow(
            UUID id,
            String form,
            MentorshipState state,
            LocalDate proposedOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            int held,
            @Nullable MeetingType lastType,
            @Nullable LocalDate lastHeldOn,
            @Nullable LocalDate nextOn,
            int unconfirmed,
            int total) {}

    private final JdbcClient jdbc;
    private final Mentorships mentorships;
    private final MentorLoad load;
    private final Registers registers;
    private final Forms forms;
    private final Clock clock;

    MentorshipQueries(
            JdbcClient jdbc,
            Mentorships mentorships,
            MentorLoad load,
            Registers registers,
            Forms forms,
            Clock clock) {
        this.jdbc = jdbc;
        this.mentorships = mentorships;
        this.load = load;
        this.registers = registers;
        this.forms = forms;
        this.clock = clock;
    }

    /** Returns a part of the list of mentorships, those that need attention first. */
    @Transactional(readOnly = true)
    public List<Line> lines(Filter filter, int offset, int limit) {
        var today = LocalDate.now(clock);
        var rows =
                jdbc.sql(
                                """
                                select m.id, m.form, m.state, m.proposed_on, m.started_on, m.ended_on,
                                       coalesce(h.held, 0) as held, h.last_type, h.last_held_on, h.next_on,
                                       (select count(*) from programs.mentorship_side s where s.mentorship_id = m.id
                                           and s.open and (s.confirmed_on is null
                                               or (s.minor and s.representative_confirmed_on is null))) as unconfirmed,
                                       count(*) over () as total
                                from programs.mentorship m
                                left join lateral (
                                    select count(*) filter (where t.state = 'HELD') as held,
                                           max(t.held_on) as last_held_on,
                                           (array_agg(t.type order by t.held_on desc nulls last, t.number desc)
                                               filter (where t.state = 'HELD'))[1] as last_type,
                                           min(t.planned_on) filter (where t.state = 'PLANNED') as next_on
                                    from programs.meeting t where t.mentorship_id = m.id
                                ) h on true
                                where (:state = '' or m.state = :state)
                                  and (:form = '' or m.form = :form)
                                  and (:signal = '' or (m.state = 'STARTED'
                                       and coalesce(h.last_held_on, m.started_on) < :quiet))
                                order by case m.state when 'PROPOSED' then 1 when 'STARTED' then 2 when 'COMPLETED' then 3
                                         else 4 end, coalesce(h.last_held_on, m.started_on, m.proposed_on), m.id
                                offset :offset limit :limit
                                """)
                        .param("state", filter.state())
                        .param("form", filter.form())
                        .param("signal", filter.signal())
                        .param("quiet", today.minusDays(QUIET_DAYS))
                        .param("offset", offset)
                        .param("limit", limit)
                        .query(LineRow.class)
                        .list();
        var parts = parts(rows.stream().map(LineRow::id).toList());
        return rows.stream()
                .map(row -> {
                    var members = parts.getOrDefault(row.id(), List.of());
                    return new Line(
                            row.id(),
                            row.form(),
                            row.state(),
                            members.stream()
                                    .filter(p -> p.side() == Side.MENTOR)
                                    .findFirst()
                                    .orElseThrow()
                                    .person(),
                            members.stream()
                                    .filter(p -> p.side() == Side.MENTEE && p.leftOn() == null)
                                    .map(Part::person)
                                    .toList(),
                            row.proposedOn(),
                            row.startedOn(),
                            row.endedOn(),
                            row.held(),
                            row.lastType(),
                            row.lastHeldOn(),
                            row.nextOn(),
                            row.unconfirmed(),
                            today,
                            row.total());
                })
                .toList();
    }

    private Map<UUID, List<Part>> parts(Collection<UUID> whose) {
        var parts = new HashMap<UUID, List<Part>>();
        jdbc.sql(
                        """
                        select mentorship_id as mentorship, person_id as person, side, open, left_on, minor,
                               confirmed_on, confirmed_how, representative_confirmed_on, representative_confirmed_how
                        from programs.mentorship_side where mentorship_id = any (:mentorships)
                        order by side desc, id
                        """)
                .param("mentorships", whose.toArray(UUID[]::new))
                .query(PartRow.class)
                .list()
                .forEach(row ->
                        parts.computeIfAbsent(row.mentorship(), k -> new ArrayList<>())
                                .add(row.part()));
        return parts;
    }

    /** Returns the names of the given people. */
    @Transactional(readOnly = true)
    public Map<PersonId, String> names(Collection<PersonId> people) {
        return registers.names(people);
    }

    /** Counts the mentorships of the school by state. */
    @Transactional(readOnly = true)
    public Count count() {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'PROPOSED') as proposed,
                               count(*) filter (where state = 'STARTED') as started,
                               count(*) filter (where state = 'COMPLETED') as completed,
                               count(*) filter (where state = 'DISSOLVED') as dissolved
                        from programs.mentorship
                        """)
                .query(Count.class)
                .single();
    }

    /**
     * Returns a mentorship with its meetings.
     *
     * @throws NoSuchMentorship if there is no such mentorship here
     */
    @Transactional(readOnly = true)
    public Detail detail(MentorshipId id) {
        var meetings =
                jdbc.sql(
                                """
                                select id, number, type, state, planned_on, held_on, minutes, format, place, topic, result,
                                       agreement, mentor_continues, mentees_continue,
                                       array_to_string(going, ' ') as going, array_to_string(leaving, ' ') as leaving
                                from programs.meeting where mentorship_id = ? order by number
                                """)
                        .param(id.value())
                        .query(Talk.class)
                        .list();
        var held =
                meetings.stream()
                        .filter(talk -> talk.state().equals("HELD"))
                        .map(Talk::type)
                        .toList();
        return jdbc.sql(
                        """
                        select version, form, state, proposed_on, order_number, order_date, addendum, started_on, ended_on,
                               end_reason, end_note, trial_skipped_because
                        from programs.mentorship where id = ?
                        """)
                .param(id.value())
                .query((row, n) ->
                        new Detail(
                                id,
                                row.getLong("version"),
                                forms.require(row.getString("form")),
                                MentorshipState.valueOf(row.getString("state")),
                                row.getObject("proposed_on", LocalDate.class),
                                row.getString("order_number"),
                                row.getObject("order_date", LocalDate.class),
                                row.getString("addendum"),
                                row.getObject("started_on", LocalDate.class),
                                row.getObject("ended_on", LocalDate.class),
                                row.getString("end_reason"),
                                row.getString("end_note"),
                                row.getString("trial_skipped_because"),
                                parts(List.of(id.value())).getOrDefault(id.value(), List.of()),
                                meetings,
                                MeetingCycle.next(held)))
                .optional()
                .orElseThrow(() -> new NoSuchMentorship(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MentorshipView> find(MentorshipId mentorship) {
        return mentorships.findById(mentorship).map(MentorshipQueries::view);
    }

    @Override
    @Transactional(readOnly = true)
    public List<MentorshipView> openOf(PersonId person) {
        return mentorships.findOpenOf(person.value()).stream()
                .map(MentorshipQueries::view)
                .toList();
    }

    private static MentorshipView view(Mentorship mentorship) {
        return new MentorshipView(
                mentorship.id(),
                mentorship.track(),
                mentorship.form(),
                mentorship.state(),
                mentorship.mentor().person(),
                mentorship.mentees().stream().map(MentorshipSide::person).toList(),
                mentorship.startedOn(),
                mentorship.endedOn());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, Integer> freePlaces(Form form, Collection<PersonId> mentors) {
        var taken = load.taken(form, mentors);
        var free = new HashMap<PersonId, Integer>();
        for (var mentor : mentors) {
            free.put(mentor, form.mostMentees() - taken.getOrDefault(mentor, 0));
        }
        return free;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, List<Accompaniment>> of(Side side, Collection<PersonId> persons) {
        var whose = new HashMap<PersonId, List<Accompaniment>>();
        jdbc.sql(
                        """
                        select s.person_id, m.id, m.form, m.started_on,
                               case when s.left_on is null then m.state else 'LEFT' end as state,
                               coalesce(s.left_on, m.ended_on) as ended_on,
                               array(select o.person_id from programs.mentorship_side o
                                     where o.mentorship_id = m.id and o.side <> s.side and o.left_on is null
                                     order by o.id) as others
                        from programs.mentorship_side s join programs.mentorship m on m.id = s.mentorship_id
                        where s.side = :side and s.person_id = any (:persons)
                        order by m.id desc
                        """)
                .param("side", side.name())
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        whose.computeIfAbsent(
                                        new PersonId(row.getObject(1, UUID.class)),
                                        p -> new ArrayList<>())
                                .add(accompaniment(row)))
                .list();
        return whose;
    }

    private static Accompaniment accompaniment(ResultSet row) throws SQLException {
        var others = (UUID[]) row.getArray("others").getArray();
        return new Accompaniment(
                "/pairs/" + row.getObject("id", UUID.class),
                "programs.form." + row.getString("form"),
                "programs.state." + row.getString("state"),
                Arrays.stream(others).map(PersonId::new).toList(),
                row.getObject("started_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }
}
