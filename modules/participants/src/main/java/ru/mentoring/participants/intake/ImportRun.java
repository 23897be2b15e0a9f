package ru.mentoring.participants.intake;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.participants.ImportId;
import ru.mentoring.participants.RegisterImported;
import ru.mentoring.participants.domain.Registered;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.SystemScopes;

/**
 * Enters the good rows of a confirmed file, a few hundred in a transaction.
 *
 * <p>The rows themselves say how far it has come, so it may be killed anywhere and called again,
 * also by two at once: whoever comes takes rows that nobody holds. The event registry calls it
 * again when it was cut short.
 */
@Component
class ImportRun {

    static final int CHUNK = 250;

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);

    private final StagedFiles files;
    private final Registration registration;
    private final SystemScopes scopes;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportRun(
            StagedFiles files,
            Registration registration,
            SystemScopes scopes,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.files = files;
        this.registration = registration;
        this.scopes = scopes;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Not an {@code ApplicationModuleListener}: that would hold one transaction open over the whole
     * file.
     */
    @Async
    @TransactionalEventListener(id = "participants.enter-imported-people")
    void on(ImportConfirmed event) {
        CurrentScope.run(scopes.of(event.region(), event.org()), () -> run(event.file()));
    }

    /** Enters everything that is left, then closes the file. */
    void run(ImportId file) {
        while (chunk(file)) {
            // Each chunk is a transaction of its own.
        }
        transaction.executeWithoutResult(status -> finish(file));
    }

    /** Enters the next rows; says whether there were any. */
    boolean chunk(ImportId file) {
        try {
            return transaction.execute(status -> enter(files.take(file, CHUNK)));
        } catch (DataIntegrityViolationException refused) {
            // The message of the database quotes the row, so it stays out of the log.
            log.warn("A chunk of import {} was refused, going on row by row", file.value());
            return rowByRow(file);
        } catch (PessimisticLockingFailureException crossed) {
            // Two workers entered people who touch each other; nothing of this chunk is stored, its
            // rows still wait.
            log.info("A chunk of import {} met another worker and is tried again", file.value());
            return true;
        }
    }

    private boolean enter(List<StagedFiles.Waiting> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        var outcomes =
                registration
                        .register(rows.stream().map(row -> row.person().registrant()).toList())
                        .stream()
                        .map(Registered::outcome)
                        .toList();
        files.entered(rows.stream().map(StagedFiles.Waiting::id).toList(), outcomes);
        return true;
    }

    /** One row that the database refuses must not hold up the others. */
    private boolean rowByRow(ImportId file) {
        var rows = transaction.execute(status -> files.take(file, CHUNK));
        for (var row : rows) {
            try {
                transaction.executeWithoutResult(status -> enter(List.of(row)));
            } catch (DataIntegrityViolationException refused) {
                transaction.executeWithoutResult(status ->
                        files.failed(
                                row.id(), new Fault(Fault.Reason.NOT_STORED, Column.UNKNOWN, "")));
            }
        }
        return !rows.isEmpty();
    }

    private void finish(ImportId file) {
        if (files.hasWaiting(file)
                || !files.move(
                        file, ImportFile.State.RUNNING, ImportFile.State.DONE, clock.instant())) {
            return;
        }
        var counts = files.file(file).counts();
        var scope = CurrentScope.get();
        audit.record("register.imported", "import", file.value());
        events.publishEvent(
                new RegisterImported(
                        scope.region(),
                        scope.org(),
                        file,
                        counts.created(),
                        counts.updated(),
                        counts.unchanged()));
        log.info(
                "Import {} is done: {} created, {} updated, {} unchanged",
                file.value(),
                counts.created(),
                counts.updated(),
                counts.unchanged());
    }
}
