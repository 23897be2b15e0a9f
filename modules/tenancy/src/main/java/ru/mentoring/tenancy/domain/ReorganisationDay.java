package ru.mentoring.tenancy.domain;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.SystemScopes;

/** Carries out reorganisations on their day, in every region. */
@Component
class ReorganisationDay {

    private static final Logger LOG = LoggerFactory.getLogger(ReorganisationDay.class);

    private final SystemScopes scopes;
    private final Reorganisations reorganisations;

    ReorganisationDay(SystemScopes scopes, Reorganisations reorganisations) {
        this.scopes = scopes;
        this.reorganisations = reorganisations;
    }

    /** Regions lie in eleven time zones, so it looks every quarter of an hour. */
    @Scheduled(cron = "${mentoring.tenancy.reorganisations:0 5/15 * * * *}")
    @SchedulerLock(name = "tenancy.reorganisations")
    void carryOutWhatIsDue() {
        for (var centre : scopes.regions()) {
            CurrentScope.run(
                    centre,
                    () ->
                            reorganisations
                                    .due()
                                    .forEach(id ->
                                            LOG.info(
                                                    "Reorganisation {}: {}",
                                                    id.value(),
                                                    reorganisations.carryOut(id))));
        }
    }
}
