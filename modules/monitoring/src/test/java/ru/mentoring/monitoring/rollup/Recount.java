package ru.mentoring.monitoring.rollup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import ru.mentoring.monitoring.Indicator;

/**
 * Counts a region a second time, from the base tables and one row after the other, to judge the
 * roll-up by. Shares no line and no query with it.
 */
class Recount {

    /** What is expected or found: "org year indicator" and "n of total". */
    private final Map<String, String> facts = new TreeMap<>();

    private record Person(
            UUID org,
            UUID human,
            LocalDate born,
            @Nullable LocalDate teaching,
            @Nullable String inn) {}

    private record Side(UUID mentorship, UUID person, boolean mentee) {}

    private record Mentorship(
            UUID id,
            UUID org,
            String state,
            @Nullable LocalDate started,
            @Nullable LocalDate ended,
            @Nullable LocalDate second) {

        /**
         * A mentorship of a year: it ran on one of its days and did not end before it had begun
         * well.
         */
        boolean ranIn(int year, LocalDate today) {
            if (started == null || started.getYear() > year || started.isAfter(today)) {
                return false;
            }
            if (ended != null && ended.getYear() < year) {
                return false;
            }
            boolean stillborn =
                    state.equals("DISSOLVED")
                            && (second == null || (ended != null && second.isAfter(ended)));
            return !stillborn;
        }
    }

    private record Consent(
            UUID person,
            String kind,
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private record Entry(UUID org, UUID person, int season, String state) {}

    private record Roadmap(UUID org, int year, boolean sent) {}

    private final LocalDate today;
    private final Map<UUID, Person> people = new HashMap<>();
    private final Map<UUID, List<Side>> sides = new HashMap<>();
    private final List<Mentorship> mentorships;
    private final List<Consent> consents;
    private final List<Entry> entries;
    private final List<Roadmap> roadmaps;

    private Recount(JdbcTemplate jdbc, UUID region, LocalDate today) {
        this.today = today;
        jdbc.query(
                "select p.*, (select inn from participants.partner e where e.id = p.partner_id) as inn from participants.person p where region_id = ?",
                row -> {
                    people.put(
                            id(row, "id"),
                            new Person(
                                    id(row, "org_id"),
                                    id(row, "identity_id"),
                                    row.getObject("birth_date", LocalDate.class),
                                    day(row, "teaching_since"),
                                    row.getString("inn")));
                },
                region);
        jdbc.query(
                "select * from programs.mentorship_side where region_id = ?",
                row -> {
                    var side =
                            new Side(
                                    id(row, "mentorship_id"),
                                    id(row, "person_id"),
                                    row.getString("side").equals("MENTEE"));
                    sides.computeIfAbsent(side.mentorship(), key -> new ArrayList<>()).add(side);
                },
                region);
        mentorships =
                jdbc.query(
                        "select * from programs.mentorship where region_id = ?",
                        (row, number) ->
                                new Mentorship(
                                        id(row, "id"),
                                        id(row, "org_id"),
                                        row.getString("state"),
                                        day(row, "started_on"),
                                        day(row, "ended_on"),
                                        day(row, "second_meeting_on")),
                        region);
        consents =
                jdbc.query(
                        "select * from participants.consent where region_id = ?",
                        (row, number) ->
                                new Consent(
                                        id(row, "person_id"),
                                        row.getString("kind"),
                                        row.getString("state"),
                                        day(row, "valid_from"),
                                        day(row, "valid_to")),
                        region);
        entries = new ArrayList<>();
        for (var register : List.of("mentee_entry", "mentor_entry")) {
            entries.addAll(
                    jdbc.query(
                            "select * from participants." + register + " where region_id = ?",
                            (row, number) ->
                                    new Entry(
                                            id(row, "org_id"),
                                            id(row, "person_id"),
                                            row.getInt("season_start_year"),
                                            row.getString("state")),
                            region));
        }
        roadmaps =
                jdbc.query(
                        "select * from roadmaps.roadmap where region_id = ?",
                        (row, number) ->
                                new Roadmap(
                                        id(row, "org_id"),
                                        row.getInt("start_year"),
                                        !row.getString("state").equals("DRAFT")),
                        region);
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** Returns what a roll-up of the region as of a day has to have counted. */
    static Map<String, String> of(JdbcTemplate jdbc, UUID region, LocalDate today) {
        var recount = new Recount(jdbc, region, today);
        for (int year = recount.firstYear(); year <= today.getYear(); year++) {
            recount.count(jdbc, region, year);
        }
        return recount.facts;
    }

    /** Returns what is stored of the roll-up that is shown at the region's centre. */
    static Map<String, String> stored(JdbcTemplate jdbc, UUID region, String table) {
        var found = new TreeMap<String, String>();
        jdbc.query(
                """
                select f.org_id || ' ' || f.year || ' ' || f.indicator as name, coalesce(f.n::text, 'hidden') as n, f.total
                from monitoring.%s f
                where f.region_id = ? and f.roll_up_id = (select distinct roll_up_id from monitoring.shown where region_id = f.region_id)\
                """
                        .formatted(table),
                row -> {
                    found.put(
                            row.getString("name"),
                            row.getString("n") + " of " + row.getString("total"));
                },
                region);
        return found;
    }

    private int firstYear() {
        return Stream.of(
                        mentorships.stream()
                                .map(Mentorship::started)
                                .filter(one -> one != null)
                                .map(LocalDate::getYear),
                        entries.stream().map(Entry::season),
                        roadmaps.stream().map(Roadmap::year))
                .flatMap(one -> one)
                .min(Integer::compare)
                .map(year -> Math.min(Math.max(year, today.getYear() - 4), today.getYear()))
                .orElse(today.getYear());
    }

    private void count(JdbcTemplate jdbc, UUID region, int year) {
        var last = LocalDate.of(year, 12, 31);
        var day = last.isAfter(today) ? today : last;
        Map<UUID, Set<UUID>> schoolsOf = new HashMap<>();
        jdbc.query(
                """
                select e.org_id, e.ancestor_id, a.kind as above,
                    (select count(*) from sec.listing l where l.org_id = e.org_id and lower(l.valid) <= ?
                        and (upper_inf(l.valid) or upper(l.valid) > ?)) > 0 as listed
                from sec.org_edge e join sec.org o on o.id = e.org_id join sec.org a on a.id = e.ancestor_id
                where e.region_id = ? and o.kind = 'SCHOOL' and lower(e.valid) <= ? and (upper_inf(e.valid) or upper(e.valid) > ?)\
                """,
                row -> {
                    if (row.getString("above").equals("SCHOOL") || row.getBoolean("listed")) {
                        schoolsOf
                                .computeIfAbsent(id(row, "ancestor_id"), key -> new HashSet<>())
                                .add(id(row, "org_id"));
                    }
                },
                day,
                day,
                region,
                day,
                day);
        schoolsOf.forEach((org, schools) -> count(org, schools, year, day));
    }

    private void count(UUID org, Set<UUID> schools, int year, LocalDate day) {
        var last = LocalDate.of(year, 12, 31);
        put(org, year, Indicator.MENTEES_10_19, humans(schools, year, true, aged(last, 10)));
        put(org, year, Indicator.MENTORS_15_19, humans(schools, year, false, aged(last, 15)));
        put(
                org,
                year,
                Indicator.YOUNG_TEACHERS,
                humans(
                        schools,
                        year,
                        true,
                        one ->
                                one.teaching() != null
                                        && !one.teaching().isAfter(last)
                                        && one.teaching().plusYears(3).isAfter(last)));
        var enterprises = new HashSet<String>();
        sides(schools, year, false)
                .forEach(one -> {
                    if (one.inn() != null) {
                        enterprises.add(one.inn());
                    }
                });
        put(org, year, Indicator.ENTERPRISES, enterprises);
        int running = 0;
        for (var one : mentorships) {
            if (schools.contains(one.org())
                    && one.started() != null
                    && !one.started().isAfter(day)
                    && (one.ended() == null || one.ended().isAfter(day))) {
                running++;
            }
        }
        facts.put(name(org, year, Indicator.MENTORSHIPS), running + " of null");
        consents(org, schools, year, day);
        int season = day.getMonthValue() >= 9 ? year : year - 1;
        long sent =
                schools.stream()
                        .filter(school ->
                                roadmaps.stream()
                                        .anyMatch(one ->
                                                one.org().equals(school)
                                                        && one.year() == season
                                                        && one.sent()))
                        .count();
        facts.put(name(org, year, Indicator.ROADMAPS_SENT), sent + " of " + schools.size());
    }

    private void consents(UUID org, Set<UUID> schools, int year, LocalDate day) {
        int season = day.getMonthValue() >= 9 ? year : year - 1;
        Map<UUID, Boolean> humans = new HashMap<>();
        for (var entry : entries) {
            if (schools.contains(entry.org())
                    && entry.season() == season
                    && !entry.state().equals("WITHDRAWN")) {
                boolean held = false;
                for (var one : consents) {
                    held |=
                            one.person().equals(entry.person())
                                    && one.kind().equals("CN1")
                                    && Set.of("VALID", "EXPIRED").contains(one.state())
                                    && one.from() != null
                                    && !day.isBefore(one.from())
                                    && (one.to() == null || !day.isAfter(one.to()));
                }
                humans.merge(
                        people.get(entry.person()).human(), held, (left, right) -> left && right);
            }
        }
        facts.put(
                name(org, year, Indicator.CONSENTS),
                humans.values().stream().filter(held -> held).count() + " of " + humans.size());
    }

    private static Predicate<Person> aged(LocalDate on, int from) {
        return one -> {
            int age = Period.between(one.born(), on).getYears();
            return !one.born().isAfter(on) && age >= from && age <= 19;
        };
    }

    private Set<UUID> humans(
            Set<UUID> schools, int year, boolean mentee, Predicate<Person> wanted) {
        var humans = new HashSet<UUID>();
        sides(schools, year, mentee).filter(wanted).forEach(one -> humans.add(one.human()));
        return humans;
    }

    private Stream<Person> sides(Set<UUID> schools, int year, boolean mentee) {
        return mentorships.stream()
                .filter(one -> schools.contains(one.org()) && one.ranIn(year, today))
                .flatMap(one -> sides.getOrDefault(one.id(), List.of()).stream())
                .filter(one -> one.mentee() == mentee)
                .map(one -> people.get(one.person()));
    }

    private void put(UUID org, int year, Indicator indicator, Set<?> counted) {
        facts.put(name(org, year, indicator), counted.size() + " of null");
    }

    private static String name(UUID org, int year, Indicator indicator) {
        return org + " " + year + " " + indicator;
    }
}
