package ru.mentoringlocal.demo;

import static ru.mentoringlocal.demo.Columns.column;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.Norms;
import ru.mentoring.monitoring.domain.Norms.Norm;
import ru.mentoring.monitoring.rollup.RollUps;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringlocal.demo.plan.Chronicle;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringlocal.demo.plan.SchoolPlan;
import ru.mentoringlocal.demo.plan.Words;

/**
 * Enters the targets and denominators of the demonstration, invented and marked so, and has the
 * figures counted.
 */
class Numbers {

    private static final String PART = "norms";

    private record Total(int year, Indicator indicator, long total) {}

    private final JdbcClient jdbc;
    private final Norms norms;
    private final RollUps rollUps;
    private final SystemScopes scopes;
    private final Arrival arrival;

    Numbers(JdbcClient jdbc, Norms norms, RollUps rollUps, SystemScopes scopes, Arrival arrival) {
        this.jdbc = jdbc;
        this.norms = norms;
        this.rollUps = rollUps;
        this.scopes = scopes;
        this.arrival = arrival;
    }

    /**
     * Enters what the region and its districts aim at, and of how many. A district none of whose
     * schools is on the approved list is measured against nothing (BR13). To each district those
     * enterprises belong too that work everywhere.
     */
    void enter(RegionPlan region) {
        var own = enterprises(region, region.own(), region.schools().toList());
        long everywhere = own;
        for (var district : region.districts()) {
            long here = enterprises(region, district.code(), district.schools());
            everywhere += here;
            if (district.schools().stream().anyMatch(school -> school.listedFrom() != null)) {
                long known = here + enterprises(region, region.own(), district.schools());
                enter(
                        scope(region, district.id()),
                        years(region),
                        district.schools().stream(),
                        known);
            }
        }
        enter(scope(region, region.centre()), years(region), region.schools(), everywhere);
    }

    private void enter(
            Scope scope, List<Integer> years, Stream<SchoolPlan> schools, long enterprises) {
        var totals = totals(schools.toList());
        arrival.once(
                scope,
                PART,
                () ->
                        years.forEach(year ->
                                norms.keep(
                                        year,
                                        Indicator.officials().stream()
                                                .map(one -> norm(one, totals, enterprises))
                                                .toList())));
    }

    private static Norm norm(Indicator indicator, List<Long> totals, long enterprises) {
        int target =
                switch (indicator) {
                    case MENTEES_10_19, YOUNG_TEACHERS -> 700;
                    case MENTORS_15_19 -> 100;
                    default -> 300;
                };
        var total =
                indicator == Indicator.ENTERPRISES ? enterprises : totals.get(indicator.ordinal());
        return new Norm(indicator, target, total, Words.phrase("source"));
    }

    /** Enters how many people a school has, in the transaction that brings them. */
    void enter(Scope scope, RegionPlan region, SchoolPlan school) {
        var totals = totals(List.of(school));
        var rows = new ArrayList<Total>();
        for (int year : years(region)) {
            for (int i = 0; i < totals.size(); i++) {
                rows.add(new Total(year, Indicator.officials().get(i), totals.get(i)));
            }
        }
        jdbc.sql(
                        """
                        insert into monitoring.denominator
                            (region_id, id, org_id, version, indicator, year, total, source, entered_at)
                        select :region, id::uuid, :org, 0, indicator, year::int, total::bigint, :source, now()
                        from unnest(:ids, :indicators, :years, :totals) as d (id, indicator, year, total)\
                        """)
                .param("region", scope.region().value())
                .param("org", scope.org().value())
                .param("source", Words.phrase("source"))
                .param("ids", column(rows, row -> Ids.next()))
                .param("indicators", column(rows, Total::indicator))
                .param("years", column(rows, Total::year))
                .param("totals", column(rows, Total::total))
                .update();
    }

    /**
     * Children, adolescents and young teachers, in the order of the official indicators.
     *
     * <p>A calendar year holds two school years, and of each about half are people whom the other
     * does not have; so many more live in a territory than take part in one school year.
     */
    private static List<Long> totals(List<SchoolPlan> schools) {
        return List.of(
                calendarYear(schools.stream().mapToLong(SchoolPlan::children).sum()),
                calendarYear(schools.stream().mapToLong(SchoolPlan::adolescents).sum()),
                calendarYear(schools.stream().mapToLong(SchoolPlan::youngTeachers).sum()));
    }

    private static long calendarYear(long schoolYear) {
        return Math.round(schoolYear * 1.3);
    }

    /** So many enterprises that those which take part are the described share. */
    private static long enterprises(RegionPlan region, String code, List<SchoolPlan> schools) {
        double share =
                schools.stream()
                        .mapToDouble(school -> school.profile().enterprises())
                        .average()
                        .orElse(1);
        return Math.round(region.enterprises().getOrDefault(code, List.of()).size() / share);
    }

    private static List<Integer> years(RegionPlan region) {
        int running = region.startYear();
        return IntStream.rangeClosed(running - Chronicle.YEARS + 1, running + 1).boxed().toList();
    }

    /** Has the figures of a region counted, after a count that is still going on. */
    void count(RegionPlan region) throws InterruptedException {
        var centre = scope(region, region.centre());
        while (CurrentScope.call(centre, rollUps::open).isPresent()) {
            Thread.sleep(1000);
        }
        CurrentScope.call(centre, rollUps::request);
    }

    private Scope scope(RegionPlan region, UUID org) {
        return scopes.of(new RegionId(region.id()), new OrgId(org));
    }
}
