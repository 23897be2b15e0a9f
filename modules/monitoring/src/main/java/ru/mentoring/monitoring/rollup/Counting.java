package ru.mentoring.monitoring.rollup;

import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts people and enterprises, each once a territory and year, by set-based SQL over the
 * published views.
 *
 * <p>A mentorship counts in a calendar year in which it was started at some moment, unless it was
 * dissolved before the second meeting. Ages are those on 31 December. Above the school only schools
 * on the approved list count (BR13), at a territory that is the one of the tree on the day the
 * figures describe. Counting the same again replaces what was there, so a part of a roll-up can be
 * repeated as often as needed.
 */
@Component
class Counting {

    /** Everything that happened in a year, one row a person, side and school. */
    private static final String PARTICIPATION =
            """
            with participation as materialized (
                select m.org_id, s.side, p.identity_id, p.birth_date, p.teaching_since, p.partner_inn
                from programs.published_mentorship m
                join programs.published_side s
                  on s.region_id = m.region_id and s.org_id = m.org_id and s.mentorship_id = m.mentorship_id
                join participants.published_person p
                  on p.region_id = s.region_id and p.org_id = s.org_id and p.person_id = s.person_id
                where m.started_on <= least(cast(:lastDay as date), cast(:asOf as date))
                  and (m.ended_on is null or m.ended_on >= cast(:firstDay as date))
                  and not (m.state = 'DISSOLVED' and (m.second_meeting_on is null or m.second_meeting_on > m.ended_on))
                  and m.org_id in (:schools)
            ),
            counted as (
                select participation.org_id, 'MENTEES_10_19' as indicator, identity_id::text as who from participation
                where side = 'MENTEE' and extract(year from age(cast(:lastDay as date), birth_date)) between 10 and 19
                union all
                select org_id, 'MENTORS_15_19', identity_id::text from participation
                where side = 'MENTOR' and extract(year from age(cast(:lastDay as date), birth_date)) between 15 and 19
                union all
                select org_id, 'YOUNG_TEACHERS', identity_id::text from participation
                where side = 'MENTEE' and teaching_since > cast(:lastDay as date) - interval '3 years'
                union all
                select org_id, 'ENTERPRISES', partner_inn from participation
                where side = 'MENTOR' and partner_inn is not null
            )
            """;

    private static final String SCHOOLS_OF_PART =
            """
            select e.org_id from sec.edges(cast(:treeDay as date)) e join tenancy.published_org o on o.org_id = e.org_id and o.kind = 'SCHOOL'
            where e.ancestor_id = :part and e.distance = 1\
            """;

    private static final String LISTED =
            "(o.listed_from <= cast(:treeDay as date) and (o.listed_to is null or o.listed_to >= cast(:treeDay as date)))";

    private final JdbcClient jdbc;

    Counting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts each school directly below a territory; a school sees itself whether or not it is on
     * the list.
     */
    void schools(UUID rollUp, UUID part, int year, LocalDate asOf) {
        forget(rollUp, "f.org_id in (" + SCHOOLS_OF_PART + ")", part, year, asOf);
        statement(
                        PARTICIPATION.replace(":schools", SCHOOLS_OF_PART)
                                + """
                                insert into monitoring.fact (region_id, id, org_id, roll_up_id, year, indicator, n)
                                select sec.region_id(), gen_random_uuid(), org_id, :rollUp, :year, indicator, count(distinct who)
                                from counted group by org_id, indicator\
                                """,
                        rollUp,
                        part,
                        year,
                        asOf)
                .update();
        statement(
                        """
                        insert into monitoring.fact (region_id, id, org_id, roll_up_id, year, indicator, n, total)
                        select sec.region_id(), gen_random_uuid(), school.org_id, :rollUp, :year, figure.indicator, figure.n, figure.total
                        from (%s) school
                        cross join lateral (
                            select 'MENTORSHIPS' as indicator, count(*) as n, null::bigint as total
                            from programs.published_mentorship m
                            where m.org_id = school.org_id and m.started_on <= least(cast(:lastDay as date), cast(:asOf as date))
                              and (m.ended_on is null or m.ended_on > least(cast(:lastDay as date), cast(:asOf as date)))
                            union all
                            select 'CONSENTS',
                                   count(distinct e.person_id) filter (where exists (
                                       select 1 from participants.published_consent c
                                       where c.org_id = e.org_id and c.person_id = e.person_id and c.kind = 'CN1' and c.state = 'VALID')),
                                   count(distinct e.person_id)
                            from participants.published_entry e
                            where e.org_id = school.org_id and e.season_start_year = :season
                            union all
                            select 'ROADMAPS_SENT',
                                   case when exists (select 1 from roadmaps.published_roadmap r
                                                     where r.org_id = school.org_id and r.start_year = :season
                                                       and (r.submitted_at is not null or r.in_force_at is not null))
                                        then 1 else 0 end,
                                   1
                        ) figure\
                        """
                                .formatted(SCHOOLS_OF_PART),
                        rollUp,
                        part,
                        year,
                        asOf)
                .update();
    }

    /**
     * Counts a territory as a whole from the union of the people of its schools; sums would count
     * some twice.
     */
    void territory(UUID rollUp, UUID part, int year, LocalDate asOf) {
        forget(rollUp, "f.org_id = :part", part, year, asOf);
        var schools =
                """
                select e.org_id from sec.edges(cast(:treeDay as date)) e join tenancy.published_org o on o.org_id = e.org_id and o.kind = 'SCHOOL'
                where e.ancestor_id = :part and %s\
                """
                        .formatted(LISTED);
        statement(
                        PARTICIPATION.replace(":schools", schools)
                                + """
                                insert into monitoring.fact (region_id, id, org_id, roll_up_id, year, indicator, n)
                                select sec.region_id(), gen_random_uuid(), :part, :rollUp, :year, indicator, count(distinct who)
                                from counted group by indicator\
                                """,
                        rollUp,
                        part,
                        year,
                        asOf)
                .update();
        statement(
                        """
                        insert into monitoring.fact (region_id, id, org_id, roll_up_id, year, indicator, n, total)
                        select sec.region_id(), gen_random_uuid(), :part, :rollUp, :year, f.indicator, sum(f.n), sum(f.total)
                        from monitoring.fact f
                        where f.roll_up_id = :rollUp and f.year = :year
                          and f.indicator in ('MENTORSHIPS', 'CONSENTS', 'ROADMAPS_SENT') and f.org_id in (%s)
                        group by f.indicator\
                        """
                                .formatted(schools),
                        rollUp,
                        part,
                        year,
                        asOf)
                .update();
    }

    /** Lets everybody see this roll-up instead of the one before, and drops the older ones. */
    void show(UUID rollUp, LocalDate asOf, java.time.Instant computedAt) {
        jdbc.sql(
                        """
                        insert into monitoring.shown (region_id, id, org_id, roll_up_id, as_of, computed_at)
                        select o.region_id, gen_random_uuid(), o.org_id, :rollUp, cast(:asOf as date), cast(:computedAt as timestamptz) from tenancy.published_org o
                        on conflict (region_id, org_id) do update
                        set roll_up_id = excluded.roll_up_id, as_of = excluded.as_of, computed_at = excluded.computed_at\
                        """)
                .param("rollUp", rollUp)
                .param("asOf", Date.valueOf(asOf))
                .param("computedAt", java.sql.Timestamp.from(computedAt))
                .update();
        jdbc.sql("delete from monitoring.fact where roll_up_id <> ?").param(rollUp).update();
    }

    private void forget(UUID rollUp, String which, UUID part, int year, LocalDate asOf) {
        statement(
                        "delete from monitoring.fact f where f.roll_up_id = :rollUp and f.year = :year and "
                                + which,
                        rollUp,
                        part,
                        year,
                        asOf)
                .update();
    }

    private JdbcClient.StatementSpec statement(
            String sql, UUID rollUp, UUID part, int year, LocalDate asOf) {
        var lastDay = LocalDate.of(year, 12, 31);
        var treeDay = asOf.isBefore(lastDay) ? asOf : lastDay;
        var parameters = new java.util.HashMap<String, Object>();
        parameters.put("rollUp", rollUp);
        parameters.put("part", part);
        parameters.put("year", year);
        parameters.put("season", treeDay.getMonthValue() >= 9 ? year : year - 1);
        parameters.put("firstDay", Date.valueOf(LocalDate.of(year, 1, 1)));
        parameters.put("lastDay", Date.valueOf(lastDay));
        parameters.put("asOf", Date.valueOf(asOf));
        parameters.put("treeDay", Date.valueOf(treeDay));
        return jdbc.sql(sql).params(parameters);
    }
}
