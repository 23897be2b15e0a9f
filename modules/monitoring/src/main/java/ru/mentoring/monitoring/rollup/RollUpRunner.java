package ru.mentoring.monitoring.rollup;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
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

    RollUpRunner(
            RollUps rollUps,
            SystemScopes scopes,
            JobOperator operator,
            JobRepository repository,
            Job rollUp) {
        this.rollUps = rollUps;
        this.scopes = scopes;
        this.operator = operator;
        this.repository = repository;
        this.rollUp = rollUp;
    }

    /** Every night each region is counted anew. */
    @Scheduled(
            cron = "${mentoring.monitoring.nightly:0 0 4 * * *}",
            zone = "${mentoring.time-zone:Europe/Moscow}")
    @SchedulerLock(name = "monitoring.nightly", lockAtMostFor = "PT10M")
    void everyNight() {
        for (var region : scopes.regions()) {
            CurrentScope.run(region, rollUps::request);
        }
    }

    /** Looks for open roll-ups: new ones, and ones whose process has died. */
    @Scheduled(
            fixedDelayString = "${mentoring.monitoring.look-every:PT3S}",
            initialDelayString = "PT5S")
    void carryOutWhatIsOpen() {
        for (var region : scopes.regions()) {
            carryOut(region);
        }
    }

    /** Carries out the open roll-up of a region, if there is one that no other process works on. */
    public void carryOut(Scope region) {
        var open = CurrentScope.call(region, rollUps::open);
        open.filter(one -> CurrentScope.call(region, () -> rollUps.take(one.id())))
                .ifPresent(one -> CurrentScope.run(scopes.rollup(region.region()), () -> run(one)));
    }

    private void run(RollUp one) {
        var parameters = parameters(one);
        try {
            rollUps.begin(one.id());
            recoverIfInterrupted(parameters);
            var execution = operator.start(rollUp, parameters);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                LOG.error("Roll-up {} ended as {}", one.id(), execution.getStatus());
                rollUps.fail(one.id(), "monitoring.roll-up.failure.count");
            }
        } catch (Exception e) {
            LOG.error("Roll-up {} could not be run", one.id(), e);
            rollUps.fail(one.id(), "monitoring.roll-up.failure.start");
        }
    }

    /** An execution that a killed process left behind as running would bar the way for ever. */
    private void recoverIfInterrupted(JobParameters parameters) {
        var last = repository.getLastJobExecution(RollUpJob.NAME, parameters);
        if (last != null && last.isRunning()) {
            operator.recover(last);
        }
    }

    private static JobParameters parameters(RollUp one) {
        return new JobParametersBuilder()
                .addString("rollUp", one.id().toString())
                .addString("asOf", one.asOf().toString())
                .toJobParameters();
    }
}
