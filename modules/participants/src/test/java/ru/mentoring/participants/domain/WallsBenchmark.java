package ru.mentoring.participants.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.Benchmark;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.regions.Regions.Org;

/**
 * Measure ISO-12: what row-level security costs on 1,000,000 persons, against the same statements
 * with the condition written by hand under a role that no policy binds.
 *
 * <p>The table is a copy of the people's with its columns, indexes and rows a school, and with the
 * policies that let districts and regions read too, as the tables have that they may read. Both
 * ways take turns, on one connection, so that whatever else the machine does meets both.
 */
@ModuleTest
@Benchmark
class WallsBenchmark {

    private static final int DISTRICTS = 20;
    private static final int SCHOOLS_A_DISTRICT = 20;
    private static final int PERSONS_A_SCHOOL = 2_500;

    private static final double MOST_TIMES = 1.15;
    private static final double MOST_MILLISECONDS_MORE = 0.1;

    private static final String LIST =
            "select id, surname, given_name, birth_date, category from bench.person %s order by name_key, id limit 50";
    private static final String COUNT = "select count(*) from bench.person %s";
    private static final String POINT = "select surname, given_name from bench.person %s";

    @Autowired Regions regions;
    @Autowired OracleDb oracle;

    /** One way of asking: a scope whose policies choose the rows, or a condition that does. */
    private record Way(String role, UUID handle, String where, List<UUID> parameters) {}

    private record Figure(double reference, double walls) {

        boolean holds() {
            return walls <= MOST_TIMES * reference || walls - reference <= MOST_MILLISECONDS_MORE;
        }

        @Override
        public String toString() {
            return "%.3f ms by hand, %.3f ms with policies: ×%.2f, %+.3f ms"
                    .formatted(reference, walls, walls / reference, walls - reference);
        }
    }

    @Test
    void costLittleMoreThanConditionsByHand() throws SQLException {
        var region = regions.fresh();
        var districts = new ArrayList<Regions.District>();
        var schools = new ArrayList<Org>();
        for (int d = 0; d < DISTRICTS; d++) {
            var district = region.district();
            districts.add(district);
            for (int s = 0; s < SCHOOLS_A_DISTRICT; s++) {
                schools.add(district.school());
            }
        }
        fill(region.region().value(), schools);
        var district = districts.get(DISTRICTS / 2);
        var inDistrict =
                schools.subList(
                        DISTRICTS / 2 * SCHOOLS_A_DISTRICT,
                        (DISTRICTS / 2 + 1) * SCHOOLS_A_DISTRICT);
        var school = inDistrict.getFirst();
        var here = region.region().value();
        var one =
                oracle.jdbc()
                        .sql("select id from bench.person where org_id = ? order by id limit 1")
                        .param(school.id().value())
                        .query(UUID.class)
                        .single();

        var schoolWalls = scoped("scope_school", school, Role.CURATOR, "", List.of());
        var schoolHand =
                free("where region_id = ? and org_id = ?", List.of(here, school.id().value()));
        var districtWalls =
                scoped("scope_district", district, Role.DISTRICT_OFFICER, "", List.of());
        var districtHand =
                free("where region_id = ? and org_id = any (?)", List.of(here), inDistrict);
        var regionWalls = scoped("scope_region", region, Role.REGION_ANALYST, "", List.of());
        var regionHand = free("where region_id = ?", List.of(here));

        var figures = new LinkedHashMap<String, Figure>();
        try (var connection =
                DriverManager.getConnection(
                        oracle.address().url(),
                        oracle.address().user(),
                        oracle.address().password())) {
            connection.setAutoCommit(false);
            figures.put(
                    "a school's list of 50",
                    compare(connection, LIST, schoolHand, schoolWalls, 400));
            figures.put(
                    "a school's count", compare(connection, COUNT, schoolHand, schoolWalls, 200));
            figures.put(
                    "one person of a school",
                    compare(
                            connection,
                            POINT,
                            free(
                                    "where region_id = ? and org_id = ? and id = ?",
                                    List.of(here, school.id().value(), one)),
                            scoped(
                                    "scope_school",
                                    school,
                                    Role.CURATOR,
                                    "where id = ? and region_id = ?",
                                    List.of(one, here)),
                            800));
            figures.put(
                    "a district's list of 50",
                    compare(connection, LIST, districtHand, districtWalls, 60));
            figures.put(
                    "a district's count",
                    compare(connection, COUNT, districtHand, districtWalls, 60));
            figures.put("a region's count", compare(connection, COUNT, regionHand, regionWalls, 9));
            figures.put(
                    "a transaction of three statements",
                    compareTransactions(connection, schoolHand, schoolWalls, one, here));
        }

        figures.forEach((what, figure) ->
                System.getLogger("ISO-12").log(System.Logger.Level.INFO, what + ": " + figure));
        assertThat(figures)
                .allSatisfy((what, figure) ->
                        assertThat(figure.holds()).as(what + ": " + figure).isTrue());
    }

    private void fill(UUID region, List<Org> schools) {
        oracle.jdbc().sql("create schema bench").update();
        oracle.jdbc()
                .sql("create table bench.person (like participants.person including all)")
                .update();
        oracle.jdbc()
                .sql(
                        """
                        insert into bench.person (region_id, id, org_id, version, identity_id, surname, given_name, name_key,
                            birth_date, birth_precision, category)
                        select ?, gen_random_uuid(), s.id, 0, gen_random_uuid(), 'Фамилия' || n, 'Имя' || n % 97,
                            md5(n::text) , date '2010-01-01' + n % 3000, 'DAY', 'PUPIL'
                        from unnest(?::uuid[]) s (id), generate_series(1, ?) n\
                        """)
                .params(
                        region,
                        schools.stream().map(one -> one.id().value()).toArray(UUID[]::new),
                        PERSONS_A_SCHOOL)
                .update();
        oracle.jdbc()
                .sql(
                        "select sec.protect('bench.person', school => 'write', district => 'read', region => 'read')")
                .query(String.class)
                .list();
        oracle.jdbc().sql("grant usage on schema bench to infra").update();
        oracle.jdbc().sql("create role bench_free nologin bypassrls").update();
        oracle.jdbc().sql("grant usage on schema bench to bench_free").update();
        oracle.jdbc().sql("grant select on bench.person to bench_free").update();
        oracle.jdbc().sql("vacuum analyze bench.person").update();
        oracle.jdbc().sql("analyze sec.org_edge, sec.assignment").update();
        assertThat(oracle.count("select count(*) from bench.person")).isEqualTo(1_000_000);
    }

    private static Way scoped(
            String role, Org org, Role person, String where, List<UUID> parameters) {
        return new Way(role, org.scope(person).handle(), where, parameters);
    }

    private static Way free(String where, List<UUID> parameters) {
        return new Way("bench_free", new UUID(0, 0), where, parameters);
    }

    /** The last parameter is the list of schools, as a program would have it. */
    private static Way free(String where, List<UUID> parameters, List<Org> schools) {
        var list =
                schools.stream()
                        .map(one -> "'" + one.id().value() + "'")
                        .reduce((left, right) -> left + "," + right)
                        .orElseThrow();
        return new Way(
                "bench_free",
                new UUID(0, 0),
                where.replace("any (?)", "any (array[" + list + "]::uuid[])"),
                parameters);
    }

    private static Figure compare(
            Connection connection, String sql, Way reference, Way walls, int times)
            throws SQLException {
        var all = Map.of(reference, new ArrayList<Double>(), walls, new ArrayList<Double>());
        long expected = -1;
        for (int i = 0; i < times + times / 5; i++) {
            for (var way : i % 2 == 0 ? List.of(reference, walls) : List.of(walls, reference)) {
                enter(connection, way);
                long before = System.nanoTime();
                long rows = ask(connection, sql.formatted(way.where()), way.parameters());
                double took = (System.nanoTime() - before) / 1e6;
                connection.commit();
                if (expected >= 0 && rows != expected) {
                    throw new IllegalStateException("The two ways see different rows");
                }
                expected = rows;
                // The first fifth warms caches and plans.
                if (i >= times / 5) {
                    all.get(way).add(took);
                }
            }
        }
        return new Figure(median(all.get(reference)), median(all.get(walls)));
    }

    /** With entering the scope, which the other way needs not. */
    private static Figure compareTransactions(
            Connection connection, Way reference, Way walls, UUID one, UUID region)
            throws SQLException {
        var byHand = new ArrayList<Double>();
        var byWalls = new ArrayList<Double>();
        enter(connection, reference);
        connection.commit();
        for (int i = 0; i < 600; i++) {
            try (var statement = connection.createStatement()) {
                statement.execute("set role bench_free");
            }
            connection.commit();
            long before = System.nanoTime();
            ask(connection, LIST.formatted(reference.where()), reference.parameters());
            ask(connection, COUNT.formatted(reference.where()), reference.parameters());
            ask(
                    connection,
                    POINT.formatted("where id = ? and region_id = ?"),
                    List.of(one, region));
            connection.commit();
            double hand = (System.nanoTime() - before) / 1e6;
            try (var statement = connection.createStatement()) {
                statement.execute("reset role");
            }
            connection.commit();
            before = System.nanoTime();
            enter(connection, walls);
            ask(connection, LIST.formatted(""), List.of());
            ask(connection, COUNT.formatted(""), List.of());
            ask(
                    connection,
                    POINT.formatted("where id = ? and region_id = ?"),
                    List.of(one, region));
            connection.commit();
            double policies = (System.nanoTime() - before) / 1e6;
            if (i >= 100) {
                byHand.add(hand);
                byWalls.add(policies);
            }
        }
        return new Figure(median(byHand), median(byWalls));
    }

    private static void enter(Connection connection, Way way) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select set_config('role', ?, true), set_config('app.assignment', ?, true)")) {
            statement.setString(1, way.role());
            statement.setString(2, way.handle().toString());
            statement.execute();
        }
    }

    /** Reads everything and returns what tells two answers apart. */
    private static long ask(Connection connection, String sql, List<UUID> parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (var rows = statement.executeQuery()) {
                long seen = 0;
                while (rows.next()) {
                    seen = 31 * seen + rows.getString(1).hashCode();
                }
                return seen & Long.MAX_VALUE;
            }
        }
    }

    private static double median(List<Double> all) {
        var sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
