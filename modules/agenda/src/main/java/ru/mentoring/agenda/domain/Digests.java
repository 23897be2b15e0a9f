package ru.mentoring.agenda.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.RegionSettings;

/**
 * Tells directors once a week how the tasks of their school stand.
 *
 * <p>The letter is written at the beginning of the week and says what is true when it leaves.
 */
@Component
class Digests {

    /** A week that nobody has written for by then is left out: its letter would come too late. */
    private static final DayOfWeek LAST_DAY = DayOfWeek.WEDNESDAY;

    private static final DateTimeFormatter WEEK = DateTimeFormatter.ISO_WEEK_DATE;

    /**
     * How the tasks of a school stand.
     *
     * @param late what is overdue, the longest first
     * @param week what is due until Sunday, the nearest first
     * @param done how many have been done within seven days
     * @param awaited how many others have to do for the school
     */
    record Digest(List<Item> late, List<Item> week, int done, int awaited) {

        Digest {
            late = List.copyOf(late);
            week = List.copyOf(week);
        }

        boolean saysNothing() {
            return late.isEmpty() && week.isEmpty() && done == 0 && awaited == 0;
        }
    }

    /** A task of anybody at the school. */
    record Item(String titleKey, List<String> titleArguments, LocalDate due) {

        Item {
            titleArguments = List.copyOf(titleArguments);
        }
    }

    private final JdbcClient jdbc;
    private final RegionSettings settings;
    private final Clock clock;

    Digests(JdbcClient jdbc, RegionSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes the letters of the week in which the scope's region is. For the system at the regional
     * centre.
     *
     * @return how many
     */
    @Transactional
    public int write() {
        var today = clock.instant().atZone(settings.zone()).toLocalDate();
        if (today.getDayOfWeek().compareTo(LAST_DAY) > 0) {
            return 0;
        }
        return jdbc.sql("select agenda.write_digests(?, ?)")
                .params(
                        WEEK.format(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                        Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /** Returns how the tasks of the scope's organisation stand now. For the system there. */
    @Transactional(readOnly = true)
    public Digest now(ZoneId zone) {
        var today = clock.instant().atZone(zone).toLocalDate();
        var sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var items =
                own("""
                select title_key, title_arguments, due from agenda.task
                where closed_at is null and due <= :sunday
                  and region_id = :region and org_id = :org
                order by due, put_at, id\
                """)
                        .param("sunday", sunday)
                        .query((row, number) ->
                                new Item(
                                        row.getString("title_key"),
                                        Arrays.asList(
                                                (String[])
                                                        row.getArray("title_arguments").getArray()),
                                        row.getObject("due", LocalDate.class)))
                        .list();
        var done =
                own("select count(*) from agenda.task where closed_at >= :since"
                                + " and region_id = :region and org_id = :org")
                        .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(7))))
                        .query(Integer.class)
                        .single();
        var awaited =
                jdbc.sql("select count(*) from agenda.awaited()").query(Integer.class).single();
        return new Digest(
                items.stream().filter(item -> item.due().isBefore(today)).toList(),
                items.stream().filter(item -> !item.due().isBefore(today)).toList(),
                done,
                awaited);
    }

    private JdbcClient.StatementSpec own(String sql) {
        var scope = CurrentScope.get();
        return jdbc.sql(sql)
                .param("region", scope.region().value())
                .param("org", scope.org().value());
    }
}
