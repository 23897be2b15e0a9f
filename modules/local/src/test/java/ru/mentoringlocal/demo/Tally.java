package ru.mentoringlocal.demo;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mentoring.monitoring.Indicator;
import ru.mentoringtest.OracleDb;

/**
 * Counts the figures of a region once more, by taking the stored rows one by one: no view, no
 * policy and no statement of the roll-up has a part in it.
 */
final class Tally {

    private record Part(
            UUID org,
            String side,
            LocalDate startedOn,
            @Nullable LocalDate endedOn,
            String state,
            @Nullable LocalDate secondMeetingOn,
            UUID human,
            LocalDate born,
            @Nullable LocalDate teachingSince,
            @Nullable String inn) {

        /** A mentorship counts in a year in which it went on, unless it parted at once. */
        boolean countsIn(int year, LocalDate asOf) {
            boolean begun = !startedOn.isAfter(asOf) && startedOn.getYear() <= year;
            boolean over = endedOn != null && endedOn.getYear() < year;
            boolean atOnce =
                    state.equals("DISSOLVED")
                            && endedOn != null
                            && (secondMeetingOn == null || secondMeetingOn.isAfter(endedOn));
            return begun && !over && !atOnce;
        }

        boolean aged(int year, int from) {
            int age = year - born.getYear();
            return age >= from && age <= 19;
        }

        boolean mentee() {
            return side.equals("MENTEE");
        }
    }

    private record Bond(UUID org, LocalDate startedOn, @Nullable LocalDate endedOn) {}

    private record Member(UUID org, UUID human, int startYear, @Nullable LocalDate consentedOn) {

        boolean consentedBy(LocalDate day) {
            return consentedOn != null && !consentedOn.isAfter(day);
        }
    }

    private record Sent(UUID org, int startYear) {}

    /** A school with whoever stands above it. */
    private record School(UUID id, UUID parent, @Nullable LocalDate listedFrom) {}

    private final UUID centre;
    private final LocalDate asOf;
    private final List<School> schools;
    private final List<Part> parts;
    private final List<Bond> bonds;
    private final List<Member> members;
    private final Set<Sent> sent;

    Tally(OracleDb oracle, UUID region, UUID centre, LocalDate asOf) {
        this.centre = centre;
        this.asOf = asOf;
        this.schools =
                rows(
                        oracle,
                        """
                        select o.id, e.ancestor_id as parent, o.listed_from from sec.org o
                        join sec.org_edge e on e.region_id = o.region_id and e.org_id = o.id and e.distance = 1
                        where o.region_id = ? and o.kind = 'SCHOOL'\
                        """,
                        School.class,
                        region);
        this.parts =
                rows(
                        oracle,
                        """
                        select m.org_id as org, s.side, m.started_on, m.ended_on, m.state, m.second_meeting_on,
                               p.identity_id as human, p.birth_date as born, p.teaching_since, e.inn
                        from programs.mentorship_side s
                        join programs.mentorship m on m.id = s.mentorship_id
                        join participants.person p on p.id = s.person_id
                        left join participants.partner e on e.id = p.partner_id and e.org_id = p.org_id
                        where m.region_id = ? and m.started_on is not null\
                        """,
                        Part.class,
                        region);
        this.bonds =
                rows(
                        oracle,
                        """
                        select org_id as org, started_on, ended_on from programs.mentorship
                        where region_id = ? and started_on is not null\
                        """,
                        Bond.class,
                        region);
        this.members =
                rows(
                        oracle,
                        """
                        select e.org_id as org, p.identity_id as human, e.season_start_year as start_year,
                               (select min(c.valid_from) from participants.consent c
                                where c.person_id = e.person_id and c.kind = 'CN1' and c.state = 'VALID') as consented_on
                        from (select region_id, org_id, person_id, season_start_year from participants.mentee_entry
                              where state <> 'WITHDRAWN'
                              union
                              select region_id, org_id, person_id, season_start_year from participants.mentor_entry
                              where state <> 'WITHDRAWN') e
                        join participants.person p on p.id = e.person_id
                        where e.region_id = ?\
                        """,
                        Member.class,
                        region);
        this.sent =
                Set.copyOf(
                        rows(
                                oracle,
                                """
                                select distinct org_id as org, start_year from roadmaps.roadmap
                                where region_id = ? and edition > 0\
                                """,
                                Sent.class,
                                region));
    }

    private static <T> List<T> rows(OracleDb oracle, String sql, Class<T> type, UUID region) {
        return oracle.jdbc().sql(sql).param(region).query(type).list();
    }

    /** Returns what a school's dashboard has to say. */
    Map<Indicator, Long> ofSchool(UUID school, int year) {
        return count(Set.of(school), year);
    }

    /** Returns what the dashboard of a district or of the region has to say. */
    Map<Indicator, Long> ofTerritory(UUID org, int year) {
        var last = day(year);
        return count(
                schools.stream()
                        .filter(school -> org.equals(centre) || school.parent().equals(org))
                        .filter(school ->
                                school.listedFrom() != null && !school.listedFrom().isAfter(last))
                        .map(School::id)
                        .collect(Collectors.toSet()),
                year);
    }

    private Map<Indicator, Long> count(Collection<UUID> where, int year) {
        var found = new HashMap<Indicator, Long>();
        var here =
                parts.stream()
                        .filter(part -> where.contains(part.org()) && part.countsIn(year, asOf))
                        .toList();
        found.put(Indicator.MENTEES_10_19, humans(here, p -> p.mentee() && p.aged(year, 10)));
        found.put(Indicator.MENTORS_15_19, humans(here, p -> !p.mentee() && p.aged(year, 15)));
        var young = LocalDate.of(year - 3, Month.DECEMBER, 31);
        found.put(
                Indicator.YOUNG_TEACHERS,
                humans(
                        here,
                        p ->
                                p.mentee()
                                        && p.teachingSince() != null
                                        && p.teachingSince().getYear() <= year
                                        && p.teachingSince().isAfter(young)));
        found.put(
                Indicator.ENTERPRISES,
                here.stream()
                        .filter(part -> !part.mentee())
                        .flatMap(part -> Stream.ofNullable(part.inn()))
                        .distinct()
                        .count());
        var last = day(year);
        found.put(
                Indicator.MENTORSHIPS,
                bonds.stream()
                        .filter(bond -> where.contains(bond.org()))
                        .filter(bond -> !bond.startedOn().isAfter(last))
                        .filter(bond -> bond.endedOn() == null || bond.endedOn().isAfter(last))
                        .count());
        int season = season(year);
        found.put(
                Indicator.CONSENTS,
                members.stream()
                        .filter(member -> where.contains(member.org()))
                        .filter(member -> member.startYear() == season)
                        .collect(
                                Collectors.groupingBy(
                                        Member::human,
                                        Collectors.reducing(
                                                true,
                                                member -> member.consentedBy(last),
                                                Boolean::logicalAnd)))
                        .values()
                        .stream()
                        .filter(consented -> consented)
                        .count());
        found.put(
                Indicator.ROADMAPS_SENT,
                where.stream().filter(org -> sent.contains(new Sent(org, season))).count());
        return found;
    }

    private static long humans(List<Part> parts, Predicate<Part> which) {
        return parts.stream().filter(which).map(Part::human).distinct().count();
    }

    private LocalDate day(int year) {
        var last = LocalDate.of(year, Month.DECEMBER, 31);
        return asOf.isBefore(last) ? asOf : last;
    }

    private int season(int year) {
        return day(year).getMonthValue() >= Month.SEPTEMBER.getValue() ? year : year - 1;
    }
}
