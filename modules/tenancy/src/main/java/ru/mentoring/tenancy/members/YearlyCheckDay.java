package ru.mentoring.tenancy.members;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;

/** Asks the schools of all regions once a school year whether their list of people still holds. */
@Component
class YearlyCheckDay {

    private static final Logger LOG = LoggerFactory.getLogger(YearlyCheckDay.class);

    private final SystemScopes scopes;
    private final YearlyCheck check;
    private final Clock clock;

    YearlyCheckDay(SystemScopes scopes, YearlyCheck check, Clock clock) {
        this.scopes = scopes;
        this.check = check;
        this.clock = clock;
    }

    /**
     * Looks every hour for schools that have not been asked yet, so that it does not matter whether
     * a process was there on 1 September, or was stopped halfway through a region.
     */
    @Scheduled(cron = "${mentoring.tenancy.yearly-checks:0 40 * * * *}")
    @SchedulerLock(name = "tenancy.yearly-checks")
    void askWhoWasNotAsked() {
        var year = SchoolYear.of(LocalDate.now(clock));
        for (var centre : scopes.regions()) {
            var schools = new ArrayList<OrgId>();
            CurrentScope.run(centre, () -> schools.addAll(check.toAsk(year)));
            schools.forEach(school -> ask(centre, school, year));
        }
    }

    /** A school that fails keeps no other waiting; it is asked an hour later. */
    private void ask(Scope centre, OrgId school, SchoolYear year) {
        try {
            CurrentScope.run(scopes.of(centre.region(), school), () -> check.ask(year));
        } catch (RuntimeException e) {
            LOG.error("School {} could not be asked for its list of people", school.value(), e);
        }
    }
}
