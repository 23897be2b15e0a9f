package ru.mentoring.monitoring.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.Figure.Standing;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.SchoolNumbers;
import ru.mentoring.tenancy.SchoolNumbers.Numbers;

/**
 * Answers what dashboards ask, from facts only: opening a page counts nothing.
 *
 * <p>A school reads its own exact facts. Everybody above reads figures, in which small numbers of
 * people were kept back when they were stored.
 */
@Component
public class Figures {

    /** How many years a line of an indicator shows. */
    static final int YEARS = 5;

    /**
     * A school that has not sent its roadmap.
     *
     * @param territory the name of the organisation directly above it
     */
    public record LateSchool(OrgView school, String territory) {}

    private record Shown(UUID rollUp, LocalDate asOf, Instant computedAt) {}

    private record Fact(
            UUID org, int year, Indicator indicator, @Nullable Long n, @Nullable Long total) {}

    private record Norm(UUID org, Indicator indicator, int year, long value) {}

    private final JdbcClient jdbc;
    private final OrgTree tree;
    private final SchoolNumbers numbers;

    Figures(JdbcClient jdbc, OrgTree tree, SchoolNumbers numbers) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.numbers = numbers;
    }

    /** What this scope may read: its own facts or the figures of everything below it. */
    private static String table() {
        return CurrentScope.get().level() == Level.SCHOOL ? "monitoring.fact" : "monitoring.figure";
    }

    /** Returns the years for which there are figures, newest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return shown(CurrentScope.get().org())
                .map(shown ->
                        jdbc.sql(
                                        "select distinct year from %s where org_id = ? and roll_up_id = ? order by year desc"
                                                .formatted(table()))
                                .params(CurrentScope.get().org().value(), shown.rollUp())
                                .query(Integer.class)
                                .list())
                .orElse(List.of());
    }

    /**
     * Says whether the tree of a year may differ from that of today for whoever looks: the regional
     * centre sees past years with the districts and schools of their time.
     */
    @Transactional(readOnly = true)
    public boolean hasTreeOfItsOwn(int year) {
        return CurrentScope.get().level() == Level.REGION
                && shown(CurrentScope.get().org())
                        .filter(shown -> year < shown.asOf().getYear())
                        .isPresent();
    }

    /**
     * Returns the dashboard of an organisation, or nothing while no roll-up has counted it.
     *
     * @param org the scope's own organisation or one below it, now or in that year
     * @throws NoSuchOrg if it is neither
     */
    @Transactional(readOnly = true)
    public Optional<Dashboard> dashboard(OrgId org, int year) {
        return dashboard(org, year, false);
    }

    /**
     * Returns the dashboard of an organisation as {@link #dashboard(OrgId, int)} does.
     *
     * @param asNow whether a past year is shown with the organisations of today and not with those
     *     of its end; the figures are those that were counted for the year in either case
     */
    @Transactional(readOnly = true)
    public Optional<Dashboard> dashboard(OrgId org, int year, boolean asNow) {
        var own = CurrentScope.get().org();
        var then = asNow ? Map.<OrgId, OrgView>of() : then(year);
        if (then.containsKey(org) && then.containsKey(own)) {
            var path = path(own, org, then);
            var children = then.values().stream().filter(one -> org.equals(one.parent())).toList();
            return shown(org).map(shown -> assemble(path, children, shown, year));
        }
        var path = path(own, org);
        var children = tree.below(org).stream().filter(one -> org.equals(one.parent())).toList();
        return shown(org).map(shown -> assemble(path, children, shown, year));
    }

    /** The organisations at the end of a year, by name, if they may differ from those of today. */
    private Map<OrgId, OrgView> then(int year) {
        if (!hasTreeOfItsOwn(year)) {
            return Map.of();
        }
        var then = new LinkedHashMap<OrgId, OrgView>();
        tree.on(LocalDate.of(year, 12, 31)).forEach(one -> then.put(one.id(), one));
        return then;
    }

    private static List<OrgView> path(OrgId own, OrgId org, Map<OrgId, OrgView> then) {
        var path = new ArrayList<OrgView>();
        var at = then.get(org);
        while (at != null && !at.id().equals(own)) {
            path.addFirst(at);
            at = at.parent() == null ? null : then.get(at.parent());
        }
        if (at == null) {
            throw new NoSuchOrg(org);
        }
        path.addFirst(at);
        return path;
    }

    /**
     * Returns the schools below an organisation, direct and indirect, that have not sent the
     * roadmap of their season, by name.
     *
     * @param org the scope's own organisation or one below it
     * @throws NoSuchOrg if it is neither
     */
    @Transactional(readOnly = true)
    public List<LateSchool> withoutRoadmap(OrgId org, int year) {
        var unit = path(CurrentScope.get().org(), org).getLast();
        var missing =
                shown(org)
                        .map(shown ->
                                Set.copyOf(
                                        jdbc.sql(
                                                        "select org_id from monitoring.figure where roll_up_id = ? and year = ? and indicator = ? and n < total")
                                                .params(
                                                        shown.rollUp(),
                                                        year,
                                                        Indicator.ROADMAPS_SENT.name())
                                                .query(UUID.class)
                                                .list()))
                        .orElse(Set.of());
        var below = tree.below(org);
        var names =
                Stream.concat(Stream.of(unit), below.stream())
                        .collect(Collectors.toMap(OrgView::id, OrgView::name));
        return below.stream()
                .filter(one -> one.kind() == OrgKind.SCHOOL && missing.contains(one.id().value()))
                .map(one -> new LateSchool(one, names.getOrDefault(one.parent(), "")))
                .toList();
    }

    private Dashboard assemble(List<OrgView> path, List<OrgView> children, Shown shown, int year) {
        var unit = path.getLast();
        var all = new ArrayList<>(children);
        all.add(unit);
        var figures = figures(all, shown, year);
        return new Dashboard(
                new Unit(unit, figures.of(unit, year)),
                year,
                shown.asOf(),
                shown.computedAt(),
                series(unit, figures, year),
                children.stream()
                        .map(one -> new Unit(one, figures.of(one, year)))
                        .sorted(
                                Comparator.comparing(Figures::needsHelp)
                                        .thenComparing(one -> one.org().name()))
                        .toList(),
                path.subList(0, path.size() - 1));
    }

    private static Map<Indicator, List<Figure>> series(OrgView unit, Facts figures, int year) {
        var series = new EnumMap<Indicator, List<Figure>>(Indicator.class);
        for (var indicator : Indicator.officials()) {
            series.put(
                    indicator,
                    IntStream.rangeClosed(year - YEARS + 1, year)
                            .mapToObj(one -> figures.figure(unit, one, indicator))
                            .filter(one -> one.standing() != Standing.NOT_COUNTED)
                            .toList());
        }
        return series;
    }

    /** Those who are behind come first. */
    private static int needsHelp(Unit unit) {
        return switch (unit.figure(Indicator.MENTEES_10_19).light()) {
            case BEHIND -> 0;
            case AT_RISK -> 1;
            case NO_DATA, NONE -> 2;
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
                                select org_id, year, indicator, n, total from %s
                                where org_id = any (:orgs) and roll_up_id = :rollUp and year between :year - :before and :year\
                                """
                                        .formatted(table()))
                        .param("orgs", ids)
                        .param("rollUp", shown.rollUp())
                        .param("year", year)
                        .param("before", YEARS - 1)
                        .query(Figures::fact)
                        .list();
        var denominators = new ArrayList<>(known(orgs, year));
        denominators.addAll(
                jdbc.sql(
                                "select org_id, indicator, year, total as value from monitoring.denominator where org_id = any (?) and year <= ?")
                        .params(ids, year)
                        .query(Figures::norm)
                        .list());
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

    /**
     * What the facts about schools say of denominators; what somebody has entered for an indicator
     * counts before that. A year takes the numbers of the school year that begins in it, or while
     * these are not known those of the one before.
     */
    private List<Norm> known(List<OrgView> orgs, int year) {
        var schools =
                orgs.stream().filter(one -> one.kind() == OrgKind.SCHOOL).map(OrgView::id).toList();
        if (schools.isEmpty()) {
            return List.of();
        }
        var norms = new ArrayList<Norm>();
        var found = numbers.of(schools, year);
        for (int ahead : new int[] {1, 0}) {
            for (var one : found) {
                add(norms, one, ahead, Indicator.MENTORS_15_19, one.from15to19());
                add(norms, one, ahead, Indicator.YOUNG_TEACHERS, one.youngTeachers());
                add(norms, one, ahead, Indicator.MENTEES_10_19, sum(one));
            }
        }
        return norms;
    }

    private static @Nullable Integer sum(Numbers one) {
        return one.from10to14() == null || one.from15to19() == null
                ? null
                : one.from10to14() + one.from15to19();
    }

    private static void add(
            List<Norm> norms,
            Numbers one,
            int ahead,
            Indicator indicator,
            @Nullable Integer value) {
        if (value != null) {
            norms.add(new Norm(one.school().value(), indicator, one.startYear() + ahead, value));
        }
    }

    private static Fact fact(ResultSet row, int number) throws SQLException {
        return new Fact(
                row.getObject("org_id", UUID.class),
                row.getInt("year"),
                Indicator.valueOf(row.getString("indicator")),
                row.getObject("n", Long.class),
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
                figures.put(indicator, figure(org, year, indicator));
            }
            return figures;
        }

        Figure figure(OrgView org, int year, Indicator indicator) {
            var key = new Key(org.id().value(), year, indicator);
            var fact = facts.get(key);
            if (fact == null) {
                return Figure.notCounted(indicator, year);
            }
            if (!indicator.official()) {
                return figure(fact, Standing.COUNTED, fact.total(), null);
            }
            if (!indicator.hasShareAt(org.kind().level())) {
                return figure(fact, Standing.ALONE, null, null);
            }
            var target = targets.get(key);
            if (target == null) {
                target = regional.get(new Key(null, year, indicator));
            }
            return figure(fact, Standing.COUNTED, denominators.get(key), target);
        }

        private static Figure figure(
                Fact fact, Standing standing, @Nullable Long total, @Nullable Long target) {
            var n = fact.n();
            return new Figure(
                    fact.indicator(),
                    fact.year(),
                    n == null ? Standing.KEPT_BACK : standing,
                    n == null ? 0 : n,
                    total,
                    target == null ? null : target.intValue());
        }
    }
}
