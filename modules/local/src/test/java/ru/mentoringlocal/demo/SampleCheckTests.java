package ru.mentoringlocal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.participants.domain.RegisterReplay;
import ru.mentoring.programs.domain.MentorshipReplay;
import ru.mentoring.roadmaps.domain.RoadmapReplay;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringtest.OracleDb;

/**
 * The demonstration arrives in bulk, past the use cases. Here a sample of it goes through the rules
 * of the domain after all: nothing may stand in the database that the product itself would have
 * refused.
 */
@RegionDemoTest
class SampleCheckTests {

    /** A row of a table, with the school that owns it. */
    private record Row(UUID region, UUID org, UUID id) {}

    @Autowired private OracleDb oracle;
    @Autowired private SystemScopes scopes;
    @Autowired private RoadmapReplay roadmaps;
    @Autowired private RegisterReplay registers;
    @Autowired private MentorshipReplay mentorships;

    @Test
    void holdsNoRoadmapThatCouldNotHaveComeWhereItStands() {
        assertThat(faults("roadmaps.roadmap", "true", 400, RoadmapReplay::faults, roadmaps))
                .isEmpty();
    }

    @Test
    void holdsNoPersonPaperOrRowOfARegisterThatTheRulesRefuse() {
        assertThat(faults("participants.person", "true", 1500, RegisterReplay::faults, registers))
                .isEmpty();
    }

    @Test
    void holdsNoMentorshipOrMeetingThatTheGatesRefuse() {
        assertThat(
                        faults(
                                "programs.mentorship",
                                "true",
                                700,
                                MentorshipReplay::faults,
                                mentorships))
                .isEmpty();
    }

    @Test
    void countsForEveryMentorExactlyTheMenteesOfNow() {
        assertThat(
                        oracle.count(
                                """
                                select count(*) from programs.mentor_load l where l.taken <> (
                                    select count(*) from programs.mentorship_side s
                                    where s.mentor_person_id = l.person_id and s.form = l.form and s.side = 'MENTEE' and s.open)\
                                """))
                .isZero();
    }

    @Test
    void givesSomebodyATaskExactlyWhereARoadmapWaits() {
        assertThat(
                        oracle.count(
                                """
                                select count(*) from roadmaps.roadmap r
                                where (r.state not in ('DRAFT', 'IN_FORCE')) <> exists (
                                    select 1 from agenda.task t
                                    where t.key like 'roadmaps.roadmap:' || r.id || ':%' and t.closed_at is null)\
                                """))
                .isZero();
    }

    /** Each line breaks one rule in one row; the check has to name it. */
    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mentorship | participants.mentor_entry | trained_on = null where id = (select s.entry_id from programs.mentorship_side s where s.mentorship_id = :id and s.side = 'MENTOR') | TRAINING_MISSING
                    mentorship | participants.consent | valid_from = '2030-01-01' where kind = 'CN2' and person_id in (select s.person_id from programs.mentorship_side s where s.mentorship_id = :id and s.minor) | REPRESENTATIVE_CONSENT_MISSING
                    mentorship | participants.consent | valid_from = '2030-01-01' where kind = 'CN1' and person_id in (select s.person_id from programs.mentorship_side s where s.mentorship_id = :id and s.side = 'MENTEE') | CONSENT_MISSING
                    mentorship | programs.mentorship_side | confirmed_on = null where mentorship_id = :id and side = 'MENTEE' | MENTEE_UNCONFIRMED
                    mentorship | programs.mentorship_side | representative_confirmed_on = null where mentorship_id = :id and minor | REPRESENTATIVE_UNCONFIRMED
                    mentorship | programs.mentorship | order_date = '2030-01-01' where id = :id | ORDER_IN_FUTURE
                    mentorship | programs.mentorship | order_date = '1926-10-20' where id = :id | ORDER_TOO_EARLY
                    mentorship | programs.meeting | type = 'FINAL' where mentorship_id = :id and number = 2 | OUT_OF_ORDER
                    mentorship | programs.meeting | going = '{}' where mentorship_id = :id and number = 1 | 0 answers
                    mentorship | programs.meeting | held_on = '2020-01-01' where mentorship_id = :id and number = 1 | BEFORE_START
                    external   | participants.mentor_entry | safety_issued_on = null where id = (select s.entry_id from programs.mentorship_side s where s.mentorship_id = :id and s.side = 'MENTOR') | SAFETY_CHECK_MISSING
                    teacher    | programs.mentorship | addendum = null where id = :id | ADDENDUM_MISSING
                    teacher    | participants.consent | valid_from = '2030-01-01' where kind = 'CN7' and person_id in (select s.person_id from programs.mentorship_side s where s.mentorship_id = :id and s.side = 'MENTOR') | MENTOR_CONSENT_MISSING
                    person     | participants.consent | age_at_signing = 30 where person_id = :id and kind = 'CN1' | needs other signatures
                    person     | participants.mentee_entry | state = 'CONSENT_PENDING' where person_id = :id | should be
                    roadmap    | roadmaps.item | accepted_as = 'other words' where roadmap_id = :id and position = 3 | row
                    roadmap    | roadmaps.roadmap | state = 'ON_APPROVAL' where id = :id | stands in ON_APPROVAL
                    roadmap    | roadmaps.remark | answer = null, answered_at = null where roadmap_id = :id | REMARKS_UNANSWERED
                    """)
    void namesARuleThatWasBroken(String what, String table, String fault, String expected) {
        var row = example(what);
        var spoiled = spoil(table, fault, row.id());

        try {
            assertThat(
                            CurrentScope.call(
                                    scopes.of(new RegionId(row.region()), new OrgId(row.org())),
                                    () -> look(what, row.id())))
                    .anyMatch(found -> found.contains(expected));
        } finally {
            restore(table, spoiled);
        }
    }

    private List<String> look(String what, UUID id) {
        return switch (what) {
            case "person" -> registers.faults(id);
            case "roadmap" -> roadmaps.faults(id);
            default -> mentorships.faults(id);
        };
    }

    private Row example(String what) {
        return switch (what) {
            case "external" ->
                    sample(
                                    "programs.mentorship",
                                    "form = 'EMPLOYER_PUPIL' and started_on is not null and second_meeting_on is not null",
                                    1)
                            .getFirst();
            case "teacher" ->
                    sample(
                                    "programs.mentorship",
                                    "form = 'TEACHER_TEACHER' and started_on is not null",
                                    1)
                            .getFirst();
            case "person" ->
                    sample(
                                    "participants.person",
                                    "category = 'PUPIL' and birth_date > current_date - interval '13 years' and id in (select person_id from participants.mentee_entry where state in ('IN_PROGRAMME', 'COMPLETED'))",
                                    1)
                            .getFirst();
            case "roadmap" ->
                    sample("roadmaps.roadmap", "state = 'IN_FORCE' and edition = 2", 1).getFirst();
            default ->
                    sample(
                                    "programs.mentorship",
                                    "form = 'EMPLOYER_PUPIL' and started_on is not null and second_meeting_on is not null",
                                    1)
                            .getFirst();
        };
    }

    /** Breaks the rows and returns what they were, as one document. */
    private String spoil(String table, String fault, UUID id) {
        var where = fault.substring(fault.indexOf(" where "));
        var before =
                oracle.jdbc()
                        .sql(
                                "select coalesce(json_agg(t), '[]')::text from "
                                        + table
                                        + " t"
                                        + where)
                        .param("id", id)
                        .query(String.class)
                        .single();
        var rows = oracle.jdbc().sql("update " + table + " set " + fault).param("id", id).update();
        assertThat(rows).isPositive();
        return before;
    }

    private void restore(String table, String rows) {
        var columns =
                oracle.jdbc()
                        .sql(
                                """
                                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                                where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped\
                                """)
                        .param(table)
                        .query(String.class)
                        .single();
        oracle.jdbc()
                .sql(
                        "update %1$s t set (%2$s) = (select %2$s from json_populate_recordset(null::%1$s, cast(:rows as json)) r where r.id = t.id) where t.id in (select id from json_populate_recordset(null::%1$s, cast(:rows as json)))"
                                .formatted(table, columns))
                .param("rows", rows)
                .update();
    }

    private <R> List<String> faults(
            String table,
            String which,
            int most,
            BiFunction<R, UUID, List<String>> look,
            R replay) {
        var found = new ArrayList<String>();
        var sample = sample(table, which, most);
        assertThat(sample).hasSizeGreaterThan(100);
        for (var row : sample) {
            var scope = scopes.of(new RegionId(row.region()), new OrgId(row.org()));
            CurrentScope.call(scope, () -> look.apply(replay, row.id()))
                    .forEach(fault -> found.add(row.id() + ": " + fault));
        }
        return found;
    }

    /** Some rows, others in each installation and the same in each run. */
    private List<Row> sample(String table, String which, int most) {
        return oracle.jdbc()
                .sql(
                        "select region_id as region, org_id as org, id from %s where %s order by md5(id::text) limit %d"
                                .formatted(table, which, most))
                .query(Row.class)
                .list();
    }
}
