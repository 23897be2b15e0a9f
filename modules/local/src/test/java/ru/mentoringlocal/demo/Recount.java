package ru.mentoringlocal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.Dashboard;
import ru.mentoring.monitoring.domain.Figures;
import ru.mentoring.monitoring.rollup.RollUps;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringlocal.demo.plan.SchoolPlan;
import ru.mentoringtest.OracleDb;

/** Has a region counted and holds every figure of its dashboards against the rows behind it. */
record Recount(Figures figures, RollUps rollUps, SystemScopes scopes, OracleDb oracle) {

    /** Returns how many figures were compared. */
    int compare(RegionPlan region) {
        var centre = scope(region, region.centre());
        count(centre);
        int compared = 0;
        for (int year : CurrentScope.call(centre, figures::years)) {
            var dashboard = dashboard(centre, region.centre(), year);
            var tally = new Tally(oracle, region.id(), region.centre(), dashboard.asOf());
            compared += same(region.name(), dashboard, tally.ofTerritory(region.centre(), year));
            for (var district : region.districts()) {
                compared +=
                        same(
                                district.name(),
                                dashboard(centre, district.id(), year),
                                tally.ofTerritory(district.id(), year));
            }
            for (var school : region.schools().toList()) {
                compared += same(region, school, year, tally);
            }
        }
        return compared;
    }

    /** As the school sees itself. */
    private int same(RegionPlan region, SchoolPlan school, int year, Tally tally) {
        return same(
                school.name(),
                dashboard(scope(region, school.id()), school.id(), year),
                tally.ofSchool(school.id(), year));
    }

    /** What a dashboard shows is so; what it keeps back are people, and some there are. */
    private int same(String where, Dashboard dashboard, Map<Indicator, Long> rows) {
        for (var figure : dashboard.unit().figures().values()) {
            var counted = rows.get(figure.indicator());
            var description = "%s %d %s".formatted(where, dashboard.year(), figure.indicator());
            switch (figure.standing()) {
                case COUNTED, ALONE -> assertThat(figure.n()).as(description).isEqualTo(counted);
                case KEPT_BACK -> {
                    assertThat(figure.indicator().countsPeople()).as(description).isTrue();
                    assertThat(counted).as(description).isPositive();
                }
                case NOT_COUNTED -> assertThat(counted).as(description).isZero();
            }
        }
        assertThat(exact(dashboard))
                .as("%s %d, before small numbers are kept back", where, dashboard.year())
                .allSatisfy((indicator, n) -> assertThat(rows).containsEntry(indicator, n));
        return dashboard.unit().figures().size();
    }

    private Map<Indicator, Long> exact(Dashboard dashboard) {
        return oracle
                .jdbc()
                .sql(
                        """
                        select f.indicator, f.n from monitoring.fact f
                        join monitoring.shown s on s.org_id = f.org_id and s.roll_up_id = f.roll_up_id
                        where f.org_id = ? and f.year = ?\
                        """)
                .params(dashboard.unit().org().id().value(), dashboard.year())
                .query((row, number) ->
                        Map.entry(Indicator.valueOf(row.getString(1)), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Dashboard dashboard(Scope scope, UUID org, int year) {
        return CurrentScope.call(scope, () -> figures.dashboard(new OrgId(org), year))
                .orElseThrow();
    }

    private void count(Scope centre) {
        await(centre);
        CurrentScope.call(centre, rollUps::request);
        await(centre);
    }

    private void await(Scope centre) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> CurrentScope.call(centre, rollUps::open).isEmpty());
    }

    private Scope scope(RegionPlan region, UUID org) {
        return scopes.of(new RegionId(region.id()), new OrgId(org));
    }
}
