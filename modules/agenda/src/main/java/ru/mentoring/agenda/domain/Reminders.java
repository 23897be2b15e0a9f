package ru.mentoring.agenda.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.RegionSettings;

/**
 * Reminds of deadlines: 14, 7 and 1 days before, and each week once they are over.
 *
 * <p>Any number of replicas may remind, as often as they like: each step gives one letter. A day on
 * which nobody did, because nothing ran, is made up for on the next.
 */
@Component
public class Reminders {

    private final JdbcClient jdbc;
    private final RegionSettings settings;
    private final Audit audit;
    private final Clock clock;

    Reminders(JdbcClient jdbc, RegionSettings settings, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the letters that the day of the scope's region asks for. For the system at the
     * regional centre.
     *
     * @return how many
     */
    @Transactional
    public int remind() {
        var zone = settings.zone();
        return jdbc.sql("select agenda.remind(?, ?, ?)")
                .params(
                        clock.instant().atZone(zone).toLocalDate(),
                        zone.getId(),
                        Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }

    /**
     * Asks those again whose task it is, for whoever waits for it; once a day.
     *
     * @return how many people get a letter, 0 if they have been asked today already; nothing if the
     *     scope waits for no such task
     */
    @Transactional
    public OptionalInt askAgain(UUID task) {
        var today = clock.instant().atZone(settings.zone()).toLocalDate();
        var written =
                jdbc.sql("select agenda.ask_again(?, ?, ?)")
                        .params(task, today, Timestamp.from(clock.instant()))
                        .query((row, number) -> {
                            int count = row.getInt(1);
                            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(count);
                        })
                        .single();
        if (written.orElse(0) > 0) {
            audit.record("task.asked-again", "task", task);
        }
        return written;
    }
}
