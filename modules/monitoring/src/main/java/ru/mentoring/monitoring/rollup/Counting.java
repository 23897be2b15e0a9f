package ru.mentoring.monitoring.rollup;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.SmallNumbers;
import ru.mentoring.monitoring.domain.SmallNumbers.Cell;
import ru.mentoring.shared.SchoolYear;

/**
 * Counts people and enterprises, each once a territory and year, by set-based SQL over the
 * published views.
 *
 * <p>A mentorship counts in a calendar year in which it was started at some moment, unless it was
 * dissolved before the second meeting. Ages are those on 31 December. Above the school only schools
 * on the approved list count (BR13), at a territory; list and tree are those of the day that the
 * figures of the year describe. An organisation that is counted has a row for each indicator, also
 * where that is 0; a territory without a school on the list is not counted. Counting the same again
 * replaces what was there, so a part of a roll-up can be repeated as often as needed.
 */
@Component
class Counting {

    /** How many years are counted at most: as many as a line of the dashboard shows. */
    static final int YEARS = 5;

    /** How long a statement of a roll-up may take. */
    static final Duration LONGEST_STATEMENT = Duration.ofMinutes(30);

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
                where m.started_on <= cast(:treeDay as date)
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
                where side = 'MENTEE' and teaching_since <= cast(:lastDay as date)
                  and teaching_since > cast(:lastDay as date) - interval '3 years'
                union all
                select org_id, 'ENTERPRISES', partner_inn from participation
                where side = 'MENTOR' and partner_inn is not null
            )
            """;

    /** People of the registers of a season; with a consent if each card has one. */
    private static final String REGISTERED =
            """
            select e.org_id, p.identity_id, exists (
                       select 1 from participants.published_consent c
                       where c.region_id = e.region_id and c.org_id = e.org_id and c.person_id = e.person_id and c.kind = 'CN1'
                         and c.state in ('VALID', 'EXPIRED') and c.valid_from <= cast(:treeDay as date)
                         and (c.valid_to is null or c.valid_to >= cast(:treeDay as date))) as consented
            from participants.published_entry e
            join participants.published_person p
              on p.region_id = e.region_id and p.org_id = e.org_id and p.person_id = e.person_id
            where e.season_start_year = :season and e.state <> 'WITHDRAWN' and e.org_id in (:schools)
            """;

    private static final String SCHOOLS_OF_PART =
            """
            select e.org_id from sec.edges(cast(:treeDay as date)) e join tenancy.published_org o on o.org_id = e.org_id and o.kind = 'SCHOOL'
            where e.ancestor_id = :part and e.distance = 1\
            """;

    /** BR13; a school may have left the list and returned. */
    private static final String LISTED =
            "o.org_id in (select l.org_id from tenancy.published_listing l where l.valid @> cast(:treeDay as date))";

    private static final String LISTED_SCHOOLS =
            """
            select e.org_id from sec.edges(cast(:treeDay as date)) e join tenancy.published_org o on o.org_id = e.org_id and o.kind = 'SCHOOL'
            where e.ancestor_id = :part and %s\
            """
                    .formatted(LISTED);

    private static final String OFFICIALS =
            Indicator.officials().stream()
                    .map(one -> "('" + one.name() + "')")
                    .collect(Collectors.joining(", ", "(values ", ") i (indicator)"));

    private final JdbcClient jdbc;

    Counting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets each statement of the running transaction take as long as a large region may need, which
     * is longer than a page may. It is an end all the same: a statement that hangs must not keep
     * the run alive for ever.
     */
    void allowLongStatements() {
        jdbc.sql(
                        "select set_config('statement_timeout', '%smin', true)"
                                .formatted(LONGEST_STATEMENT.toMinutes()))
                .query(String.class)
                .single();
    }

    /**
     * The first year that is counted as of a day: the earliest of the last {@value #YEARS} in which
     * the region did anything. Years before that would be zeros that mean nothing.
     */
    @Transactional(readOnly = true)
    public int firstYear(LocalDate asOf) {
        allowLongStatements();
        var earliest =
                jdbc.sql(
                                """
                                select least(
                                    (select min(extract(year from started_on))::int from programs.published_mentorship),
                                    (select min(season_start_year) from participants.published_entry),
                                    (select min(start_year) from roadmaps.published_roadmap))\
                                """)
                        .query((row, number) -> row.getObject(1, Integer.class))
                        .list()
                        .getFirst();
        return earliest == null
                ? asOf.getYear()
                : Math.clamp(earliest, asOf.getYear() - YEARS + 1, asOf.getYear());
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
                                select sec.region_id(), gen_random_uuid(), school.org_id, :rollUp, :year, i.indicator, coalesce(c.n, 0)
                                from (%s) school cross join %s
                                left join (select org_id, indicator, count(distinct who) as n from counted group by org_id, indicator) c
                                  on c.org_id = school.org_id and c.indicator = i.indicator\
                                """
                                        .formatted(SCHOOLS_OF_PART, OFFICIALS),
                        rollUp,
                        part,
                        year,
                        asOf)
                .update();
        statement(
                        """
                        with registered as materialized (
                            select r.org_id, r.identity_id, bool_and(r.consented) as consented from (%s) r
                            group by r.org_id, r.identity_id)
                        insert into monitoring.fact (region_id, id, org_id, roll_up_id, year, indicator, n, total)
                        select sec.region_id(), gen_random_uuid(), school.org_id, :rollUp, :year, figure.indicator, figure.n, figure.total
                        from (%s) school
                        cross join lateral (
                            select 'MENTORSHIPS' as indicator, count(*) as n, null::bigint as total
                            from programs.published_mentorship m
                            where m.org_id = school.org_id and m.started_on <= cast(:treeDay as date)
                              and (m.ended_on is null or m.ended_on > cast(:treeDay as date))
                            union all
                            select 'CONSENTS', count(*) filter (where r.consented), count(*)
                            from registered r where r.org_id = school.org_id
                            union all
                            select 'ROADMAPS_SENT',
                                   case when exists (select 1 from roadmaps.published_roadmap r
                                                     where r.org_id = school.org_id and r.start_year = :season
                                                       and r.state <> 'DRAFT')
                                        then 1 else 0 end,
                                   1
                        ) figure\
                        """
                                .formatted(
                                        REGISTERED.replace(":schools", SCHOOLS_OF_PART),
                                        SCHOOLS_OF_PART),
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
        statement(
                        PARTICIPATION.replace(":schools", LISTED_SCHOOLS)
                                + """
                                insert into monitoring.fact (region_id, id, org_id, roll_up_id, year, indicator, n)
                                select sec.region_id(), gen_random_uuid(), :part, :rollUp, :year, i.indicator, coalesce(c.n, 0)
                                from %s
                                left join (select indicator, count(distinct who) as n from counted group by indicator) c
                                  on c.indicator = i.indicator
                                where exists (%s)\
                                """
                                        .formatted(OFFICIALS, LISTED_SCHOOLS),
                        rollUp,
                        part,
                        year,
                        asOf)
                .update();
        statement(
                        """
                        insert into monitoring.fact (region_id, id, org_id, roll_up_id, year, indicator, n, total)
                        select sec.region_id(), gen_random_uuid(), :part, :rollUp, :year, 'CONSENTS',
                               count(*) filter (where human.consented), count(*)
                        from (select r.identity_id, bool_and(r.consented) as consented from (%s) r group by r.identity_id) human
                        having exists (%s)\
                        """
                                .formatted(
                                        REGISTERED.replace(":schools", LISTED_SCHOOLS),
                                        LISTED_SCHOOLS),
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
                          and f.indicator in ('MENTORSHIPS', 'ROADMAPS_SENT') and f.org_id in (%s)
                        group by f.indicator\
                        """
                                .formatted(LISTED_SCHOOLS),
                        rollUp,
                        part,
                        year,
                        asOf)
                .update();
    }

    private record Counted(
            Indicator indicator, UUID org, @Nullable UUID parent, long n, @Nullable Long total) {

        Cell cell() {
            return new Cell(org, parent, n, total);
        }
    }

    /**
     * Writes what may be read above the school, after all organisations of the year have been
     * counted.
     */
    void figures(UUID rollUp, UUID centre, int year, LocalDate asOf) {
        statement(
                        "delete from monitoring.figure where roll_up_id = :rollUp and year = :year",
                        rollUp,
                        centre,
                        year,
                        asOf)
                .update();
        var orgs = new ArrayList<UUID>();
        var indicators = new ArrayList<String>();
        var counted =
                statement(
                                """
                                select f.indicator, f.org_id as org, e.ancestor_id as parent, f.n, f.total
                                from monitoring.fact f
                                join tenancy.published_org o on o.org_id = f.org_id
                                left join sec.edges(cast(:treeDay as date)) e on e.org_id = f.org_id and e.distance = 1
                                where f.roll_up_id = :rollUp and f.year = :year and (o.kind <> 'SCHOOL' or %s)\
                                """
                                        .formatted(LISTED),
                                rollUp,
                                centre,
                                year,
                                asOf)
                        .query(Counted.class)
                        .list();
        var before = keptBackUntilNow(year);
        counted.stream()
                .filter(one -> one.indicator().countsPeople())
                .collect(
                        Collectors.groupingBy(
                                Counted::indicator,
                                Collectors.mapping(Counted::cell, Collectors.toList())))
                .forEach((indicator, cells) ->
                        SmallNumbers.keptBack(cells, before.getOrDefault(indicator, Set.of()))
                                .forEach(org -> {
                                    orgs.add(org);
                                    indicators.add(indicator.name());
                                }));
        statement(
                        """
                        insert into monitoring.figure (region_id, id, org_id, roll_up_id, year, indicator, n, total)
                        select f.region_id, gen_random_uuid(), f.org_id, f.roll_up_id, f.year, f.indicator,
                               case when h.org is null then f.n end, case when h.org is null then f.total end
                        from monitoring.fact f
                        join tenancy.published_org o on o.org_id = f.org_id
                        left join unnest(cast(:orgs as uuid[]), cast(:indicators as text[])) h (org, indicator)
                          on h.org = f.org_id and h.indicator = f.indicator
                        where f.roll_up_id = :rollUp and f.year = :year and (o.kind <> 'SCHOOL' or %s)\
                        """
                                .formatted(LISTED),
                        rollUp,
                        centre,
                        year,
                        asOf)
                .param("orgs", orgs.toArray(UUID[]::new))
                .param("indicators", indicators.toArray(String[]::new))
                .update();
    }

    private record KeptBack(Indicator indicator, UUID org) {}

    private Map<Indicator, Set<UUID>> keptBackUntilNow(int year) {
        return jdbc
                .sql(
                        """
                        select f.indicator, f.org_id as org from monitoring.figure f
                        join monitoring.shown s on s.region_id = f.region_id and s.org_id = f.org_id and s.roll_up_id = f.roll_up_id
                        where f.year = ? and f.n is null\
                        """)
                .param(year)
                .query(KeptBack.class)
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                KeptBack::indicator,
                                Collectors.mapping(KeptBack::org, Collectors.toSet())));
    }

    /**
     * Lets everybody see this roll-up instead of the one before. What was shown until now stays
     * readable until the next roll-up, for pages that have looked up its number and not yet its
     * figures; everything older is dropped.
     */
    void show(UUID rollUp, LocalDate asOf, Instant computedAt) {
        for (var table : new String[] {"monitoring.fact", "monitoring.figure"}) {
            jdbc.sql(
                            "delete from %s where roll_up_id <> ? and roll_up_id not in (select roll_up_id from monitoring.shown)"
                                    .formatted(table))
                    .param(rollUp)
                    .update();
        }
        jdbc.sql(
                        """
                        insert into monitoring.shown (region_id, id, org_id, roll_up_id, as_of, computed_at)
                        select o.region_id, gen_random_uuid(), o.org_id, :rollUp, cast(:asOf as date), cast(:computedAt as timestamptz) from tenancy.published_org o
                        on conflict (region_id, org_id) do update
                        set roll_up_id = excluded.roll_up_id, as_of = excluded.as_of, computed_at = excluded.computed_at\
                        """)
                .param("rollUp", rollUp)
                .param("asOf", Date.valueOf(asOf))
                .param("computedAt", Timestamp.from(computedAt))
                .update();
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
        var parameters = new HashMap<String, Object>();
        parameters.put("rollUp", rollUp);
        parameters.put("part", part);
        parameters.put("year", year);
        parameters.put("season", SchoolYear.of(treeDay).startYear());
        parameters.put("firstDay", Date.valueOf(LocalDate.of(year, 1, 1)));
        parameters.put("lastDay", Date.valueOf(lastDay));
        parameters.put("treeDay", Date.valueOf(treeDay));
        return jdbc.sql(sql).params(parameters);
    }
}
