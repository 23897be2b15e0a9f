package ru.mentoring.tenancy.organisations;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.ReorganisationId;
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

    /**
     * A day begins for all regions with that of the clock. It looks every quarter of an hour, so
     * that a change also happens if no process was there at midnight.
     */
    @Scheduled(cron = "${mentoring.tenancy.reorganisations:0 5/15 * * * *}")
    @SchedulerLock(name = "tenancy.reorganisations")
    void carryOutWhatIsDue() {
        for (var centre : scopes.regions()) {
            CurrentScope.run(centre, () -> reorganisations.due().forEach(this::carryOut));
        }
    }

    /** One that fails keeps neither the others nor other regions waiting; it is tried again. */
    private void carryOut(ReorganisationId id) {
        try {
            LOG.info("Reorganisation {}: {}", id.value(), reorganisations.carryOut(id));
        } catch (RuntimeException e) {
            LOG.error("Reorganisation {} failed and is tried again", id.value(), e);
        }
    }
}
