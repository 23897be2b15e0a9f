package ru.mentoring.tenancy.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the entries of the trail their links, a few seconds after they were committed.
 *
 * <p>The writer's transaction does not do it, because then all people of a school would wait for
 * each other. Each look takes what has been committed since the last one, so that a chain follows
 * the order of the commits.
 */
@Component
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private static final int CHAINS_AT_ONCE = 500;
    private static final int ENTRIES_AT_ONCE = 1_000;

    private record Waiting(UUID regionId, UUID orgId) {}

    private record Head(long seq, byte[] hash) {}

    private record Tail(long entries, java.sql.@Nullable Timestamp oldest) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sealer(
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
        Gauge.builder("mentoring.audit.unsealed", () -> tail().entries())
                .description("Entries of the audit trail that wait for their link")
                .register(meters);
        Gauge.builder("mentoring.audit.unsealed.age", this::ageOfTail)
                .baseUnit("seconds")
                .description("How long the oldest of them has been waiting")
                .register(meters);
    }

    private Tail tail() {
        return jdbc.sql("select entries, oldest from sec.audit_unsealed()")
                .query(Tail.class)
                .single();
    }

    private double ageOfTail() {
        var oldest = tail().oldest();
        return oldest == null
                ? 0
                : Math.max(
                        0,
                        Duration.between(oldest.toInstant(), clock.instant()).toMillis() / 1000.0);
    }

    /** Seals until nothing waits. A chain that fails does not keep the others waiting. */
    @Scheduled(
            fixedDelayString = "${mentoring.audit.seal-every:5s}",
            initialDelayString = "${mentoring.audit.seal-every:5s}")
    void seal() {
        for (var waiting : waiting()) {
            try {
                int sealed;
                do {
                    sealed = sealSome(waiting);
                } while (sealed == ENTRIES_AT_ONCE);
            } catch (DataAccessException e) {
                LOG.error("The audit chain of {} could not be lengthened", waiting.orgId(), e);
            }
        }
    }

    private List<Waiting> waiting() {
        return jdbc.sql("select region_id, org_id from sec.audit_chains_waiting(?)")
                .param(CHAINS_AT_ONCE)
                .query(Waiting.class)
                .list();
    }

    /** Returns how many entries were sealed; none where another replica is at this chain. */
    private int sealSome(Waiting chain) {
        Integer sealed = transactions.execute(status -> take(chain) ? lengthen(chain) : 0);
        return sealed == null ? 0 : sealed;
    }

    private boolean take(Waiting chain) {
        return jdbc.sql("select sec.audit_take(?, ?)")
                .params(chain.regionId(), chain.orgId())
                .query(Boolean.class)
                .single();
    }

    private int lengthen(Waiting chain) {
        var head =
                jdbc.sql("select seq, hash from sec.audit_head(?, ?)")
                        .params(chain.regionId(), chain.orgId())
                        .query((row, number) -> new Head(row.getLong(1), row.getBytes(2)))
                        .optional()
                        .orElse(new Head(0, ChainHash.start()));
        var entries =
                jdbc.sql("select " + TrailEntry.COLUMNS + " from sec.audit_waiting(?, ?, ?)")
                        .params(chain.regionId(), chain.orgId(), ENTRIES_AT_ONCE)
                        .query((row, number) -> TrailEntry.read(row, 1))
                        .list();
        if (entries.isEmpty()) {
            return 0;
        }
        var hashes = new byte[entries.size()][];
        var hash = new ChainHash();
        var before = head.hash();
        for (int i = 0; i < hashes.length; i++) {
            before = hash.after(before, head.seq() + 1 + i, entries.get(i));
            hashes[i] = before;
        }
        jdbc.sql("select sec.audit_seal(?, ?, ?, ?, cast(? as uuid[]), ?)")
                .params(
                        chain.regionId(),
                        chain.orgId(),
                        head.seq() + 1,
                        head.hash(),
                        entries.stream().map(entry -> entry.id().toString()).toArray(String[]::new),
                        hashes)
                .query((row, number) -> Boolean.TRUE)
                .single();
        return hashes.length;
    }
}
