package ru.mentoring.agenda.domain;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.SystemScopes;

/** Goes through all regions several times an hour, since their days begin at different hours. */
@Component
class DailyRounds {

    private static final Logger log = LoggerFactory.getLogger(DailyRounds.class);

    private final SystemScopes scopes;
    private final Reminders reminders;
    private final Digests digests;

    DailyRounds(SystemScopes scopes, Reminders reminders, Digests digests) {
        this.scopes = scopes;
        this.reminders = reminders;
        this.digests = digests;
    }

    @Scheduled(
            fixedDelayString = "${mentoring.agenda.reminders-every:10m}",
            initialDelayString = "${mentoring.agenda.reminders-first-after:1m}")
    @SchedulerLock(name = "agenda.rounds")
    void goRound() {
        for (var centre : scopes.regions()) {
            try {
                CurrentScope.run(centre, reminders::remind);
                CurrentScope.run(centre, digests::write);
            } catch (RuntimeException failure) {
                log.error("Nobody could be reminded in {}", centre, failure);
            }
        }
    }
}
