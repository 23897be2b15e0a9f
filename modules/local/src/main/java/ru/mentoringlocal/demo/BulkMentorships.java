package ru.mentoringlocal.demo;

import static ru.mentoringlocal.demo.Columns.column;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mentoring.programs.MeetingType;
import ru.mentoring.programs.MentorshipState;
import ru.mentoring.programs.domain.Forms;
import ru.mentoring.tenancy.Scope;
import ru.mentoringlocal.demo.plan.EntryPlan;
import ru.mentoringlocal.demo.plan.MentorshipPlan;
import ru.mentoringlocal.demo.plan.MentorshipPlan.MeetingPlan;
import ru.mentoringlocal.demo.plan.Words;

/** Writes the mentorships of a school with their meetings, a whole table in one statement. */
class BulkMentorships {

    private record Side(MentorshipPlan mentorship, EntryPlan entry) {

        UUID id() {
            return derived(mentorship.id(), entry.id());
        }

        boolean minor() {
            return entry.person().minorOn(mentorship.proposedOn());
        }

        /** Both sides have said yes two days before the order, or wait to be asked. */
        @Nullable LocalDate confirmedOn() {
            var ordered = mentorship.orderDate();
            return ordered == null ? null : ordered.minusDays(2);
        }
    }

    private record Held(MentorshipPlan mentorship, MeetingPlan meeting) {}

    private record Load(UUID person, String form, int taken) {}

    private final JdbcClient jdbc;
    private final Forms forms;

    BulkMentorships(JdbcClient jdbc, Forms forms) {
        this.jdbc = jdbc;
        this.forms = forms;
    }

    void write(Scope scope, List<MentorshipPlan> mentorships) {
        mentorships(scope, mentorships);
        sides(scope, mentorships);
        loads(scope, mentorships);
        meetings(scope, mentorships);
    }

    private void mentorships(Scope scope, List<MentorshipPlan> mentorships) {
        statement(
                        scope,
                        """
                        insert into programs.mentorship
                            (region_id, id, org_id, version, track, form, season_id, season_start_year, state, proposed_on,
                             order_number, order_date, addendum, started_on, ended_on, end_reason, second_meeting_on)
                        select :region, id::uuid, :org, 0, track, form, season::uuid, year::int, state, proposed::date,
                               order_number, order_date::date, addendum, order_date::date, ended::date, reason, second::date
                        from unnest(:ids, :tracks, :forms, :seasons, :years, :states, :proposed, :numbers, :dates, :addenda,
                                    :ended, :reasons, :second)
                            as m (id, track, form, season, year, state, proposed, order_number, order_date, addendum, ended,
                                  reason, second)\
                        """)
                .param("ids", column(mentorships, MentorshipPlan::id))
                .param("tracks", column(mentorships, one -> one.season().track()))
                .param("forms", column(mentorships, MentorshipPlan::form))
                .param("seasons", column(mentorships, one -> one.season().id()))
                .param("years", column(mentorships, one -> one.season().startYear()))
                .param("states", column(mentorships, MentorshipPlan::state))
                .param("proposed", column(mentorships, MentorshipPlan::proposedOn))
                .param("numbers", column(mentorships, MentorshipPlan::orderNumber))
                .param("dates", column(mentorships, MentorshipPlan::orderDate))
                .param("addenda", column(mentorships, MentorshipPlan::addendum))
                .param("ended", column(mentorships, MentorshipPlan::endedOn))
                .param("reasons", column(mentorships, MentorshipPlan::endReason))
                .param("second", column(mentorships, MentorshipPlan::secondMeetingOn))
                .update();
    }

    private void sides(Scope scope, List<MentorshipPlan> mentorships) {
        var sides =
                mentorships.stream()
                        .flatMap(one ->
                                Stream.concat(Stream.of(one.mentor()), one.mentees().stream())
                                        .map(entry -> new Side(one, entry)))
                        .toList();
        statement(
                        scope,
                        """
                        insert into programs.mentorship_side
                            (region_id, id, org_id, version, mentorship_id, side, person_id, entry_id, mentor_person_id, form,
                             open, minor, confirmed_on, confirmed_how, representative_confirmed_on,
                             representative_confirmed_how)
                        select :region, id::uuid, :org, 0, mentorship::uuid, side, person::uuid, entry::uuid, mentor::uuid,
                               form, open::boolean, minor::boolean, confirmed::date,
                               case when confirmed is not null then 'IN_PERSON' end,
                               case when minor::boolean then confirmed::date end,
                               case when minor::boolean and confirmed is not null then 'PAPER' end
                        from unnest(:ids, :mentorships, :sides, :persons, :entries, :mentors, :forms, :open, :minors,
                                    :confirmed)
                            as s (id, mentorship, side, person, entry, mentor, form, open, minor, confirmed)\
                        """)
                .param("ids", column(sides, Side::id))
                .param("mentorships", column(sides, side -> side.mentorship().id()))
                .param("sides", column(sides, side -> side.entry().mentor() ? "MENTOR" : "MENTEE"))
                .param("persons", column(sides, side -> side.entry().person().id()))
                .param("entries", column(sides, side -> side.entry().id()))
                .param("mentors", column(sides, side -> side.mentorship().mentor().person().id()))
                .param("forms", column(sides, side -> side.mentorship().form()))
                .param("open", column(sides, side -> side.mentorship().open()))
                .param("minors", column(sides, Side::minor))
                .param("confirmed", column(sides, Side::confirmedOn))
                .update();
    }

    private void loads(Scope scope, List<MentorshipPlan> mentorships) {
        var loads =
                mentorships.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> new Load(one.mentor().person().id(), one.form(), 0),
                                        Collectors.summingInt(
                                                one -> one.open() ? one.mentees().size() : 0)))
                        .entrySet()
                        .stream()
                        .map(load ->
                                new Load(
                                        load.getKey().person(),
                                        load.getKey().form(),
                                        load.getValue()))
                        .toList();
        statement(
                        scope,
                        """
                        insert into programs.mentor_load (region_id, id, org_id, version, person_id, form, taken, most)
                        select :region, id::uuid, :org, 0, person::uuid, form, taken::int, most::int
                        from unnest(:ids, :persons, :forms, :taken, :most) as l (id, person, form, taken, most)\
                        """)
                .param(
                        "ids",
                        column(
                                loads,
                                load ->
                                        derived(
                                                load.person(),
                                                UUID.nameUUIDFromBytes(load.form().getBytes()))))
                .param("persons", column(loads, Load::person))
                .param("forms", column(loads, Load::form))
                .param("taken", column(loads, Load::taken))
                .param("most", column(loads, load -> most(load.form())))
                .update();
    }

    private int most(String form) {
        return forms.find(form).orElseThrow().mostMentees();
    }

    private void meetings(Scope scope, List<MentorshipPlan> mentorships) {
        var meetings =
                mentorships.stream()
                        .flatMap(one -> one.meetings().stream().map(held -> new Held(one, held)))
                        .filter(held ->
                                held.meeting().held()
                                        || held.mentorship().state() == MentorshipState.STARTED)
                        .toList();
        statement(
                        scope,
                        """
                        insert into programs.meeting
                            (region_id, id, org_id, version, mentorship_id, number, type, state, planned_on, held_on, minutes,
                             format, place, topic, result, mentor_continues, mentees_continue, going)
                        select :region, id::uuid, :org, 0, mentorship::uuid, number::int, type, state, day::date,
                               case when state = 'HELD' then day::date end, case when state = 'HELD' then minutes::int end,
                               'IN_PERSON', :place, topic, result, continues::boolean, continues::boolean,
                               string_to_array(going, ' ')::uuid[]
                        from unnest(:ids, :mentorships, :numbers, :types, :states, :days, :minutes, :topics, :results,
                                    :continues, :going)
                            as h (id, mentorship, number, type, state, day, minutes, topic, result, continues, going)\
                        """)
                .param("ids", column(meetings, held -> held.meeting().id()))
                .param("mentorships", column(meetings, held -> held.mentorship().id()))
                .param("numbers", column(meetings, held -> held.meeting().number()))
                .param("types", column(meetings, held -> held.meeting().type()))
                .param(
                        "states",
                        column(meetings, held -> held.meeting().held() ? "HELD" : "PLANNED"))
                .param("days", column(meetings, held -> held.meeting().on()))
                .param("minutes", column(meetings, held -> held.meeting().minutes()))
                .param("topics", column(meetings, held -> words(held.meeting(), "topic")))
                .param("results", column(meetings, held -> words(held.meeting(), "result")))
                .param("continues", column(meetings, held -> continues(held.meeting())))
                .param("going", column(meetings, BulkMentorships::going))
                .param("place", Words.phrase("place"))
                .update();
    }

    private static @Nullable String words(MeetingPlan meeting, String field) {
        return meeting.held() ? phrase(field, meeting.type()) : null;
    }

    static String phrase(String field, MeetingType type) {
        return Words.phrase(field + " " + type);
    }

    /** In the history nobody leaves a group alone: whoever is asked goes on. */
    private static String going(Held held) {
        return continues(held.meeting()) == null
                ? ""
                : held.mentorship().mentees().stream()
                        .map(mentee -> mentee.person().id())
                        .sorted()
                        .map(UUID::toString)
                        .collect(Collectors.joining(" "));
    }

    private static @Nullable Boolean continues(MeetingPlan meeting) {
        return meeting.held() && meeting.type().asksWhetherToContinue() ? Boolean.TRUE : null;
    }

    /** The identifier of what belongs to two things. */
    private static UUID derived(UUID first, UUID second) {
        return new UUID(
                first.getMostSignificantBits(),
                first.getLeastSignificantBits() ^ second.getLeastSignificantBits() >>> 2);
    }

    private JdbcClient.StatementSpec statement(Scope scope, String sql) {
        return jdbc.sql(sql)
                .param("region", scope.region().value())
                .param("org", scope.org().value());
    }
}
