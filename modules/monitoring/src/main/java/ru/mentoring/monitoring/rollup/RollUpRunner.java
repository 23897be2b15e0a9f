package ru.mentoring.monitoring.rollup;

import java.time.Duration;
import java.util.UUID;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.mentoring.monitoring.rollup.RollUpJob.Run;
import ru.mentoring.monitoring.rollup.RollUps.RollUp;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;

/** Carries out the roll-ups that were asked for, and asks for one of each region every night. */
@Component
public class RollUpRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RollUpRunner.class);

    private final RollUps rollUps;
    private final SystemScopes scopes;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job rollUp;
    private final Counting counting;
    private final Duration beatEvery;

    RollUpRunner(
            RollUps rollUps,
            SystemScopes scopes,
            JobOperator operator,
            JobRepository repository,
            Job rollUp,
            Counting counting,
            @Value("${mentoring.monitoring.beat-every:PT30S}") Duration beatEvery) {
        this.rollUps = rollUps;
        this.scopes = scopes;
        this.operator = operator;
        this.repository = repository;
        this.rollUp = rollUp;
        this.counting = counting;
        this.beatEvery = beatEvery;
    }

    /** Every night each region is counted anew, once however many processes there are. */
    @Scheduled(
            cron = "${mentoring.monitoring.nightly:0 0 4 * * *}",
            zone = "${mentoring.time-zone:Europe/Moscow}")
    @SchedulerLock(
            name = "monitoring.nightly",
            lockAtMostFor = "PT10M",
            lockAtLeastFor = "${mentoring.monitoring.nightly-at-least:PT1M}")
    void everyNight() {
        for (var region : scopes.regions()) {
            try {
                CurrentScope.run(region, rollUps::request);
            } catch (RuntimeException e) {
                LOG.error("No roll-up could be asked for in {}", region, e);
            }
        }
    }

    /** Looks for open roll-ups: new ones, and ones whose process has died. */
    @Scheduled(
            fixedDelayString = "${mentoring.monitoring.look-every:PT3S}",
            initialDelayString = "${mentoring.monitoring.look-first-after:PT5S}")
    void carryOutWhatIsOpen() {
        for (var region : scopes.regions()) {
            carryOut(region);
        }
    }

    /** Carries out the open roll-up of a region, if there is one that no other process works on. */
    public void carryOut(Scope region) {
        CurrentScope.call(region, rollUps::open).ifPresent(open -> carryOut(region, open));
    }

    private void carryOut(Scope region, RollUp open) {
        CurrentScope.call(region, () -> rollUps.take(open.id()))
                .ifPresent(holder -> carryOut(scopes.rollup(region.region()), open, holder));
    }

    /** A part may take longer than a process that says nothing is believed to live. */
    private void carryOut(Scope rollUpScope, RollUp taken, UUID holder) {
        try (var _ =
                new Heartbeat(
                        beatEvery,
                        () ->
                                CurrentScope.call(
                                        rollUpScope, () -> rollUps.beat(taken.id(), holder)))) {
            CurrentScope.run(rollUpScope, () -> run(taken, holder));
        }
    }

    private void run(RollUp one, UUID holder) {
        try {
            var firstYear = rollUps.begin(one.id(), holder, counting.firstYear(one.asOf()));
            var parameters = new Run(one.id(), one.asOf(), firstYear, holder).parameters();
            recoverIfInterrupted(parameters);
            var execution = operator.start(rollUp, parameters);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                LOG.error("Roll-up {} ended as {}", one.id(), execution.getStatus());
                rollUps.fail(one.id(), holder, "monitoring.roll-up.failure.count");
            }
        } catch (Exception e) {
            LOG.error("Roll-up {} could not be run", one.id(), e);
            rollUps.fail(one.id(), holder, "monitoring.roll-up.failure.start");
        }
    }

    /** An execution that a killed process left behind as running would bar the way for ever. */
    private void recoverIfInterrupted(JobParameters parameters) {
        var last = repository.getLastJobExecution(RollUpJob.NAME, parameters);
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
    }
}
