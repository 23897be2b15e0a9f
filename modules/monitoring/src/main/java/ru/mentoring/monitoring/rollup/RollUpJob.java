package ru.mentoring.monitoring.rollup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The roll-up as a restartable job: one part a district and one for the schools directly below the
 * region, then the region as a whole, then the switch.
 *
 * <p>All of it runs in the scope of the roll-up, which may read countable columns of its region and
 * nothing else. A part that has been completed is not done again after a restart; a part that was
 * interrupted replaces what it had written.
 */
@Configuration(proxyBeanMethods = false)
class RollUpJob {

    static final String NAME = "roll-up";

    /**
     * Years that are counted anew each time: the current one and those before it that the
     * dashboards show.
     */
    static final int YEARS = 3;

    private static final String PART = "part";

    private final JobRepository repository;
    private final PlatformTransactionManager transactionManager;

    RollUpJob(JobRepository repository, PlatformTransactionManager transactionManager) {
        this.repository = repository;
        this.transactionManager = transactionManager;
    }

    @Bean
    Job rollUp(
            Partitioner rollUpParts, Tasklet countPart, Tasklet countRegion, Tasklet showFigures) {
        Step part =
                new StepBuilder("count-part", repository)
                        .tasklet(countPart, transactionManager)
                        .build();
        return new JobBuilder(NAME, repository)
                .start(
                        new StepBuilder("count-parts", repository)
                                .partitioner("count-part", rollUpParts)
                                .step(part)
                                .taskExecutor(new SyncTaskExecutor())
                                .build())
                .next(
                        new StepBuilder("count-region", repository)
                                .tasklet(countRegion, transactionManager)
                                .build())
                .next(
                        new StepBuilder("show-figures", repository)
                                .tasklet(showFigures, transactionManager)
                                .build())
                .build();
    }

    /** One part for each territory that has schools of its own: the districts and the region. */
    @Bean
    Partitioner rollUpParts(JdbcClient jdbc) {
        return gridSize -> {
            Map<String, ExecutionContext> parts = new HashMap<>();
            for (var territory : territories(jdbc)) {
                var context = new ExecutionContext();
                context.putString(PART, territory.toString());
                parts.put("part-" + territory, context);
            }
            return parts;
        };
    }

    private List<UUID> territories(JdbcClient jdbc) {
        return new TransactionTemplate(transactionManager)
                .execute(status ->
                        jdbc.sql(
                                        "select org_id from tenancy.published_org where kind in ('DISTRICT', 'REGION') order by org_id")
                                .query(UUID.class)
                                .list());
    }

    @Bean
    @StepScope
    Tasklet countPart(
            Counting counting,
            RollUps rollUps,
            JdbcClient jdbc,
            @Value("#{jobParameters['rollUp']}") String rollUp,
            @Value("#{jobParameters['asOf']}") String asOf,
            @Value("#{stepExecutionContext['part']}") String part) {
        return (contribution, chunk) -> {
            var day = LocalDate.parse(asOf);
            var id = UUID.fromString(rollUp);
            var territory = UUID.fromString(part);
            for (int year = day.getYear(); year > day.getYear() - YEARS; year--) {
                counting.schools(id, territory, year, day);
                if (!isRegion(jdbc, territory)) {
                    counting.territory(id, territory, year, day);
                }
            }
            rollUps.partDone(id);
            return RepeatStatus.FINISHED;
        };
    }

    private static boolean isRegion(JdbcClient jdbc, UUID territory) {
        return jdbc.sql("select kind = 'REGION' from tenancy.published_org where org_id = ?")
                .param(territory)
                .query(Boolean.class)
                .single();
    }

    @Bean
    @StepScope
    Tasklet countRegion(
            Counting counting,
            JdbcClient jdbc,
            @Value("#{jobParameters['rollUp']}") String rollUp,
            @Value("#{jobParameters['asOf']}") String asOf) {
        return (contribution, chunk) -> {
            var day = LocalDate.parse(asOf);
            var centre =
                    jdbc.sql("select org_id from tenancy.published_org where kind = 'REGION'")
                            .query(UUID.class)
                            .single();
            for (int year = day.getYear(); year > day.getYear() - YEARS; year--) {
                counting.territory(UUID.fromString(rollUp), centre, year, day);
            }
            return RepeatStatus.FINISHED;
        };
    }

    /** Shows the new figures and ends the roll-up in one transaction: nobody sees half a run. */
    @Bean
    @StepScope
    Tasklet showFigures(
            Counting counting,
            RollUps rollUps,
            Clock clock,
            @Value("#{jobParameters['rollUp']}") String rollUp,
            @Value("#{jobParameters['asOf']}") String asOf) {
        return (contribution, chunk) -> {
            counting.show(UUID.fromString(rollUp), LocalDate.parse(asOf), clock.instant());
            rollUps.finish(UUID.fromString(rollUp));
            return RepeatStatus.FINISHED;
        };
    }
}
