package ru.mentoring.monitoring.rollup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
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
 * The roll-up as a restartable job: one part for each year and each district, and for the schools
 * directly below the region; then the region as a whole, year by year, with the figures that may be
 * shown; then the switch.
 *
 * <p>All of it runs in the scope of the roll-up, which may read countable columns of its region and
 * nothing else. Each part is one transaction. A part that has been completed is not done again
 * after a restart; a part that was interrupted replaces what it had written. While a part works, a
 * {@link Heartbeat} says that the run is alive.
 */
@Configuration(proxyBeanMethods = false)
class RollUpJob {

    static final String NAME = "roll-up";

    private static final String PART = "part";
    private static final String YEAR = "year";

    private final JobRepository repository;
    private final PlatformTransactionManager transactionManager;

    RollUpJob(JobRepository repository, PlatformTransactionManager transactionManager) {
        this.repository = repository;
        this.transactionManager = transactionManager;
    }

    /**
     * What a run is given to do.
     *
     * @param holder the process that works on it, in its present attempt
     */
    record Run(UUID rollUp, LocalDate asOf, int firstYear, UUID holder) {

        /** Only what names the roll-up and its day tells one run from another. */
        JobParameters parameters() {
            return new JobParametersBuilder()
                    .addString("rollUp", rollUp.toString())
                    .addString("asOf", asOf.toString())
                    .addString("firstYear", String.valueOf(firstYear), false)
                    .addString("holder", holder.toString(), false)
                    .toJobParameters();
        }

        static Run of(JobParameters parameters) {
            return new Run(
                    UUID.fromString(text(parameters, "rollUp")),
                    LocalDate.parse(text(parameters, "asOf")),
                    Integer.parseInt(text(parameters, "firstYear")),
                    UUID.fromString(text(parameters, "holder")));
        }

        private static String text(JobParameters parameters, String name) {
            return Objects.requireNonNull(parameters.getString(name), name);
        }

        static Run of(ChunkContext chunk) {
            return of(chunk.getStepContext().getStepExecution().getJobParameters());
        }

        private IntStream years() {
            return IntStream.rangeClosed(firstYear, asOf.getYear());
        }
    }

    @Bean
    Job rollUp(
            Partitioner rollUpParts,
            Partitioner rollUpYears,
            Tasklet countPart,
            Tasklet countRegion,
            Tasklet showFigures,
            Counting counting) {
        var parts = step("count-part", countPart, counting);
        var regions = step("count-region", countRegion, counting);
        return new JobBuilder(NAME, repository)
                .start(partitioned("count-parts", rollUpParts, parts))
                .next(partitioned("count-regions", rollUpYears, regions))
                .next(step("show-figures", showFigures, counting))
                .build();
    }

    private Step partitioned(String name, Partitioner parts, Step part) {
        return new StepBuilder(name, repository)
                .partitioner(part.getName(), parts)
                .step(part)
                .taskExecutor(new SyncTaskExecutor())
                .build();
    }

    private Step step(String name, Tasklet tasklet, Counting counting) {
        Tasklet patient =
                (contribution, chunk) -> {
                    counting.allowLongStatements();
                    return tasklet.execute(contribution, chunk);
                };
        return new StepBuilder(name, repository).tasklet(patient, transactionManager).build();
    }

    /** One part for each year and territory that has schools of its own: districts and region. */
    @Bean
    @StepScope
    Partitioner rollUpParts(
            JdbcClient jdbc, @Value("#{stepExecution.jobParameters}") JobParameters parameters) {
        return gridSize -> {
            Map<String, ExecutionContext> parts = new HashMap<>();
            for (var territory : territories(jdbc)) {
                Run.of(parameters)
                        .years()
                        .forEach(year -> {
                            var context = year(year);
                            context.putString(PART, territory.toString());
                            parts.put(year + "-" + territory, context);
                        });
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

    /** One part for each year. */
    @Bean
    @StepScope
    Partitioner rollUpYears(@Value("#{stepExecution.jobParameters}") JobParameters parameters) {
        return gridSize -> {
            Map<String, ExecutionContext> parts = new HashMap<>();
            Run.of(parameters).years().forEach(year -> parts.put(String.valueOf(year), year(year)));
            return parts;
        };
    }

    private static ExecutionContext year(int year) {
        var context = new ExecutionContext();
        context.putInt(YEAR, year);
        return context;
    }

    private static ExecutionContext part(ChunkContext chunk) {
        return chunk.getStepContext().getStepExecution().getExecutionContext();
    }

    @Bean
    Tasklet countPart(Counting counting, RollUps rollUps, JdbcClient jdbc) {
        return (contribution, chunk) -> {
            var run = Run.of(chunk);
            var territory = UUID.fromString(part(chunk).getString(PART));
            int year = part(chunk).getInt(YEAR);
            counting.schools(run.rollUp(), territory, year, run.asOf());
            if (!territory.equals(centre(jdbc))) {
                counting.territory(run.rollUp(), territory, year, run.asOf());
            }
            rollUps.partDone(run.rollUp(), run.holder());
            return RepeatStatus.FINISHED;
        };
    }

    private static UUID centre(JdbcClient jdbc) {
        return jdbc.sql("select org_id from tenancy.published_org where kind = 'REGION'")
                .query(UUID.class)
                .single();
    }

    @Bean
    Tasklet countRegion(Counting counting, RollUps rollUps, JdbcClient jdbc) {
        return (contribution, chunk) -> {
            var run = Run.of(chunk);
            int year = part(chunk).getInt(YEAR);
            var centre = centre(jdbc);
            counting.territory(run.rollUp(), centre, year, run.asOf());
            counting.figures(run.rollUp(), centre, year, run.asOf());
            rollUps.partDone(run.rollUp(), run.holder());
            return RepeatStatus.FINISHED;
        };
    }

    /** Shows the new figures and ends the roll-up in one transaction: nobody sees half a run. */
    @Bean
    Tasklet showFigures(Counting counting, RollUps rollUps, Clock clock) {
        return (contribution, chunk) -> {
            var run = Run.of(chunk);
            counting.show(run.rollUp(), run.asOf(), clock.instant());
            rollUps.finish(run.rollUp(), run.holder());
            return RepeatStatus.FINISHED;
        };
    }
}
