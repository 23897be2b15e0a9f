package ru.mentoring.monitoring.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;

/** Answers what dashboards ask, from facts only: opening a page counts nothing. */
@Component
public class Figures {

    /** How many years a line of an indicator shows. */
    static final int YEARS = 5;

    private record Shown(UUID rollUp, LocalDate asOf, Instant computedAt) {}

    private record Fact(UUID org, int year, Indicator indicator, long n, @Nullable Long total) {}

    private record Norm(UUID org, Indicator indicator, int year, long value) {}

    private final JdbcClient jdbc;
    private final OrgTree tree;

    Figures(JdbcClient jdbc, OrgTree tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /** Returns the years for which there are figures, newest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return shown(CurrentScope.get().org())
                .map(shown ->
                        jdbc.sql(
                                        "select distinct year from monitoring.fact where org_id = ? and roll_up_id = ? order by year desc")
                                .params(CurrentScope.get().org().value(), shown.rollUp())
                                .query(Integer.class)
                                .list())
                .orElse(List.of());
    }

    /**
     * Returns the dashboard of an organisation, or nothing while no roll-up has counted it.
     *
     * @param org the scope's own organisation or one below it
     * @throws NoSuchOrg if it is neither
     */
    @Transactional(readOnly = true)
    public Optional<Dashboard> dashboard(OrgId org, int year) {
        var own = CurrentScope.get().org();
        var path = path(own, org);
        return shown(org).map(shown -> assemble(path, shown, year));
    }

    private Dashboard assemble(List<OrgView> path, Shown shown, int year) {
        var unit = path.getLast();
        var children =
                tree.below(unit.id()).stream()
                        .filter(one -> unit.id().equals(one.parent()))
                        .toList();
        var all = new ArrayList<>(children);
        all.add(unit);
        var figures = figures(all, shown, year);
        var fromAbove = path.size() > 1;
        var own =
                new Unit(
                        unit,
                        fromAbove ? keepBackAlone(figures.of(unit, year)) : figures.of(unit, year));
        return new Dashboard(
                own,
                year,
                shown.asOf(),
                shown.computedAt(),
                series(unit, figures, year),
                keepBack(
                        children.stream()
                                .map(one -> new Unit(one, figures.of(one, year)))
                                .toList()),
                path.subList(0, path.size() - 1));
    }

    private static Map<Indicator, List<Figure>> series(OrgView unit, Facts figures, int year) {
        var series = new EnumMap<Indicator, List<Figure>>(Indicator.class);
        for (var indicator : Indicator.officials()) {
            var line = new ArrayList<Figure>();
            for (int one = year - YEARS + 1; one <= year; one++) {
                line.add(figures.of(unit, one).get(indicator));
            }
            series.put(indicator, List.copyOf(line));
        }
        return series;
    }

    /** A single school seen from above has no siblings on the page. */
    private static Map<Indicator, Figure> keepBackAlone(Map<Indicator, Figure> figures) {
        return figures.values().stream()
                .flatMap(figure -> SmallNumbers.keepBack(List.of(figure)).stream())
                .collect(Collectors.toMap(Figure::indicator, Function.identity()));
    }

    private static List<Unit> keepBack(List<Unit> units) {
        var columns = new EnumMap<Indicator, List<Figure>>(Indicator.class);
        for (var indicator : Indicator.values()) {
            columns.put(
                    indicator,
                    SmallNumbers.keepBack(
                            units.stream().map(unit -> unit.figure(indicator)).toList()));
        }
        var result = new ArrayList<Unit>();
        for (int i = 0; i < units.size(); i++) {
            var row = i;
            result.add(
                    new Unit(
                            units.get(i).org(),
                            columns.entrySet().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    Map.Entry::getKey,
                                                    column -> column.getValue().get(row)))));
        }
        result.sort(
                Comparator.comparing(Figures::needsHelp).thenComparing(unit -> unit.org().name()));
        return List.copyOf(result);
    }

    /** Those who are behind come first. */
    private static int needsHelp(Unit unit) {
        return switch (unit.figure(Indicator.MENTEES_10_19).light()) {
            case BEHIND -> 0;
            case AT_RISK -> 1;
            case NO_DATA -> 2;
            case ON_PLAN -> 3;
        };
    }

    /** The way from the viewer down to the organisation, both included. */
    private List<OrgView> path(OrgId own, OrgId org) {
        var path = new ArrayList<OrgView>();
        var at = tree.organisation(org);
        path.addFirst(at);
        while (!at.id().equals(own)) {
            var parent = at.parent();
            if (parent == null) {
                throw new NoSuchOrg(org);
            }
            at = tree.organisation(parent);
            path.addFirst(at);
        }
        return path;
    }

    private Optional<Shown> shown(OrgId org) {
        return jdbc.sql(
                        "select roll_up_id, as_of, computed_at from monitoring.shown where org_id = ?")
                .param(org.value())
                .query((row, number) ->
                        new Shown(
                                row.getObject("roll_up_id", UUID.class),
                                row.getObject("as_of", LocalDate.class),
                                row.getTimestamp("computed_at").toInstant()))
                .optional();
    }

    private Facts figures(List<OrgView> orgs, Shown shown, int year) {
        var ids = orgs.stream().map(one -> one.id().value()).toArray(UUID[]::new);
        var facts =
                jdbc.sql(
                                """
                                select org_id, year, indicator, n, total from monitoring.fact
                                where org_id = any (:orgs) and roll_up_id = :rollUp and year <= :year\
                                """)
                        .param("orgs", ids)
                        .param("rollUp", shown.rollUp())
                        .param("year", year)
                        .query(Figures::fact)
                        .list();
        var denominators =
                jdbc.sql(
                                "select org_id, indicator, year, total as value from monitoring.denominator where org_id = any (?) and year <= ?")
                        .params(ids, year)
                        .query(Figures::norm)
                        .list();
        var targets =
                jdbc.sql(
                                "select org_id, indicator, year, tenths as value from monitoring.target where org_id = any (?) and year <= ?")
                        .params(ids, year)
                        .query(Figures::norm)
                        .list();
        var regional =
                jdbc.sql(
                                "select null::uuid as org_id, indicator, year, tenths as value from monitoring.targets_of_region(?)")
                        .param(year)
                        .query(Figures::norm)
                        .list();
        return new Facts(facts, denominators, targets, regional);
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        return new Fact(
                row.getObject("org_id", UUID.class),
                row.getInt("year"),
                Indicator.valueOf(row.getString("indicator")),
                row.getLong("n"),
                row.getObject("total", Long.class));
    }

    private static Norm norm(ResultSet row, int number) throws SQLException {
        return new Norm(
                row.getObject("org_id", UUID.class),
                Indicator.valueOf(row.getString("indicator")),
                row.getInt("year"),
                row.getLong("value"));
    }

    /** Facts joined with targets and denominators. */
    private static final class Facts {

        private record Key(@Nullable UUID org, int year, Indicator indicator) {}

        private final Map<Key, Fact> facts = new HashMap<>();
        private final Map<Key, Long> denominators;
        private final Map<Key, Long> targets;
        private final Map<Key, Long> regional;

        Facts(List<Fact> facts, List<Norm> denominators, List<Norm> targets, List<Norm> regional) {
            facts.forEach(fact ->
                    this.facts.put(new Key(fact.org(), fact.year(), fact.indicator()), fact));
            this.denominators = index(denominators);
            this.targets = index(targets);
            this.regional = index(regional);
        }

        private static Map<Key, Long> index(List<Norm> norms) {
            var index = new HashMap<Key, Long>();
            norms.forEach(norm ->
                    index.put(new Key(norm.org(), norm.year(), norm.indicator()), norm.value()));
            return index;
        }

        Map<Indicator, Figure> of(OrgView org, int year) {
            var figures = new EnumMap<Indicator, Figure>(Indicator.class);
            for (var indicator : Indicator.values()) {
                figures.put(indicator, figure(org.id().value(), year, indicator));
            }
            return figures;
        }

        private Figure figure(UUID org, int year, Indicator indicator) {
            var key = new Key(org, year, indicator);
            var fact = facts.get(key);
            var target = targets.get(key);
            if (target == null) {
                target = regional.get(new Key(null, year, indicator));
            }
            var total =
                    indicator.official()
                            ? denominators.get(key)
                            : fact == null ? null : fact.total();
            return new Figure(
                    indicator,
                    year,
                    fact == null ? 0 : fact.n(),
                    total,
                    target == null ? null : target.intValue(),
                    false);
        }
    }
}
