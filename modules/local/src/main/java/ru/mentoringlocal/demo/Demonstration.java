package ru.mentoringlocal.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.mentoringlocal.demo.plan.Extent;
import ru.mentoringlocal.demo.plan.Landscape;
import ru.mentoringlocal.demo.plan.RegionPlan;

/** Makes the demonstration, or what is still missing of it. */
class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Foundation foundation;
    private final Memberships memberships;
    private final Clock clock;

    Demonstration(Foundation foundation, Memberships memberships, Clock clock) {
        this.foundation = foundation;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** Draws the regions as they are today. */
    List<RegionPlan> draw(long seed, Extent extent) {
        return Landscape.draw(seed, extent, startYear());
    }

    /** Opens what is not there yet and gives everybody who can sign in their roles. */
    void found(List<RegionPlan> regions) {
        var began = clock.instant();
        for (var region : regions) {
            if (foundation.open(region)) {
                LOG.info(
                        "Opened {} with {} districts and {} schools",
                        region.name(),
                        region.districts().size(),
                        region.schools().count());
            }
            memberships.grant(region);
        }
        LOG.info(
                "The organisations stand after {} ms",
                Duration.between(began, clock.instant()).toMillis());
    }

    private int startYear() {
        var today = LocalDate.now(clock);
        return today.getMonthValue() >= Month.SEPTEMBER.getValue()
                ? today.getYear()
                : today.getYear() - 1;
    }
}
