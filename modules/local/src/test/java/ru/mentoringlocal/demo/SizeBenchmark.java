package ru.mentoringlocal.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import ru.mentoring.DemoTestApplication;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.TestDatabase;

/**
 * Measures how long a demonstration of a size takes on this machine: {@code SizeBenchmark full}, or
 * {@code SizeBenchmark 3000x1000000 15} to look after 15 minutes how far it has come. Not part of
 * the tests.
 */
final class SizeBenchmark {

    private static final List<String> TABLES =
            List.of(
                    "sec.org",
                    "participants.person",
                    "participants.mentee_entry",
                    "participants.mentor_entry",
                    "participants.consent",
                    "programs.mentorship",
                    "programs.mentorship_side",
                    "programs.meeting",
                    "roadmaps.roadmap",
                    "roadmaps.item",
                    "roadmaps.edition");

    /** The share that each territory reaches of the region's target, in per cent. */
    private static final String REACHED =
            """
            select o.name || ' ' || f.year as line,
                   string_agg(f.indicator || ' ' || coalesce(round(f.n * 100000.0 / nullif(d.total, 0) / t.tenths)::text, '-'),
                              ', ' order by f.indicator) as reached
            from monitoring.fact f
            join monitoring.shown s on s.org_id = f.org_id and s.roll_up_id = f.roll_up_id
            join sec.org o on o.id = f.org_id and o.kind <> 'SCHOOL'
            join monitoring.denominator d on d.org_id = f.org_id and d.indicator = f.indicator and d.year = f.year
            join monitoring.target t on t.region_id = f.region_id and t.indicator = f.indicator and t.year = f.year
            join sec.org c on c.id = t.org_id and c.kind = 'REGION'
            group by o.region_id, o.kind, o.name, f.year order by o.region_id, f.year, o.kind, o.name\
            """;

    private SizeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var application = new SpringApplication(DemoTestApplication.class, NamedLogins.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(new TestDatabase());
        application.setDefaultProperties(Map.of("mentoring.monitoring.look-every", "PT1S"));
        var clock = Clock.systemUTC();
        long began = clock.millis();
        try (var context =
                application.run(
                        "--mentoring.demo.size=" + arguments[0],
                        "--mentoring.demo.schools-before-start=0",
                        "--server.port=0",
                        "--logging.level.org.flywaydb=warn")) {
            var filling = context.getBean(Filling.class);
            var oracle = context.getBean(OracleDb.class);
            long started = clock.millis();
            filling.join(
                    arguments.length > 1
                            ? Duration.ofMinutes(Long.parseLong(arguments[1]))
                            : Duration.ofHours(5));
            long filled = clock.millis();
            System.out.printf(
                    "%s: started after %,d ms, filled %,d ms later, %d of %d schools%n",
                    arguments[0],
                    started - began,
                    filled - started,
                    filling.schoolsDone(),
                    filling.schoolsInAll());
            long rows = rows(oracle);
            System.out.printf("rows a second %,d%n", rows * 1000 / Math.max(1, filled - started));
            if (filling.schoolsDone() < filling.schoolsInAll()) {
                return;
            }
            awaitFigures(oracle);
            System.out.printf("counted %,d ms after the last school%n", clock.millis() - filled);
            oracle.jdbc()
                    .sql(REACHED)
                    .query((row, number) -> row.getString(1) + ": " + row.getString(2))
                    .list()
                    .forEach(System.out::println);
        }
    }

    private static long rows(OracleDb oracle) {
        long all = 0;
        for (var table : TABLES) {
            long rows = oracle.count("select count(*) from " + table);
            all += rows;
            System.out.printf("%s %,d%n", table, rows);
        }
        System.out.printf("rows %,d%n", all);
        System.out.println(
                oracle.jdbc()
                        .sql("select pg_size_pretty(pg_database_size(current_database()))")
                        .query(String.class)
                        .single());
        return all;
    }

    private static void awaitFigures(OracleDb oracle) throws InterruptedException {
        while (oracle.count(
                        """
                        select count(*) from monitoring.roll_up
                        where state in ('REQUESTED', 'RUNNING')\
                        """)
                > 0) {
            Thread.sleep(200);
        }
    }
}
