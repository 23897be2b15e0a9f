package ru.mentoringlocal.demo;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import ru.mentoring.DemoTestApplication;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.TestDatabase;

/**
 * Measures how long a demonstration of a size takes on this machine: {@code SizeBenchmark full}.
 * Not part of the tests.
 */
final class SizeBenchmark {

    private SizeBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var application = new SpringApplication(DemoTestApplication.class, NamedLogins.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addInitializers(new TestDatabase());
        var clock = Clock.systemUTC();
        long began = clock.millis();
        try (var context =
                application.run(
                        "--mentoring.demo.size=" + arguments[0],
                        "--server.port=0",
                        "--logging.level.org.flywaydb=warn")) {
            long started = clock.millis();
            context.getBean(Filling.class).join();
            long filled = clock.millis();
            var oracle = context.getBean(OracleDb.class);
            System.out.printf(
                    "%s: started after %,d ms, filled %,d ms later%n",
                    arguments[0], started - began, filled - started);
            for (var table :
                    new String[] {
                        "sec.org",
                        "participants.person",
                        "participants.mentee_entry",
                        "participants.mentor_entry",
                        "participants.consent",
                        "programs.mentorship",
                        "programs.mentorship_side",
                        "programs.meeting"
                    }) {
                System.out.printf("%s %,d%n", table, oracle.count("select count(*) from " + table));
            }
            System.out.println(
                    oracle.jdbc()
                            .sql("select pg_size_pretty(pg_database_size(current_database()))")
                            .query(String.class)
                            .single());
        }
    }
}
