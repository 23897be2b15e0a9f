package ru.mentoring.participants.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.participants.ImportId;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.shared.files.ArchiveFault;
import ru.mentoring.shared.files.ArchiveGate;
import ru.mentoring.shared.files.ArchiveVerdict.Barred;
import ru.mentoring.shared.files.ArchiveVerdict.Passed;
import ru.mentoring.shared.files.FileContent;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;

/**
 * Takes in a file with registers in three steps: read and judged at the upload, looked at by a
 * person, entered after the confirmation. Until then nothing is in the registers.
 */
@Service
public class RegisterImport {

    private static final int CHUNK = 1_000;
    private static final long PATIENCE_SECONDS = 20;

    /** Two files are read at a time: more would take the memory of everybody else's work. */
    private final Semaphore readers = new Semaphore(2);

    private final ArchiveGate gate = ArchiveGate.forWorkbook();
    private final StagedFiles files;
    private final Registration registration;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final Clock clock;

    RegisterImport(
            StagedFiles files,
            Registration registration,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.files = files;
        this.registration = registration;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /**
     * Reads a file and keeps its rows for the preview. The same file is read only once: a repeated
     * upload leads to the first one's result.
     */
    public Upload upload(String fileName, InputStream content) {
        try {
            var file = Files.createTempFile("register", null);
            try {
                return upload(fileName, file, keep(content, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (RejectedFile rejected) {
            return new Upload.Rejected(rejected.rejection(), rejected.detail());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Upload upload(String fileName, Path file, String sha256) throws IOException {
        refuse(file);
        var known = reading.execute(status -> files.withContent(sha256));
        if (known.isPresent()) {
            return new Upload.Known(known.get());
        }
        if (!takeTurn()) {
            throw new RejectedFile(Rejection.BUSY);
        }
        try {
            var staged = transaction.execute(status -> stage(shortened(fileName), file, sha256));
            if (staged instanceof Upload.Read(var id)) {
                forecast(id);
            }
            return staged;
        } finally {
            readers.release();
        }
    }

    private boolean takeTurn() {
        try {
            return readers.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String keep(InputStream content, Path file) throws IOException {
        try (var digest = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            Files.copy(digest, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String name) {
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    /** Says no to a file that is no workbook, or one that should not be opened. */
    private void refuse(Path file) throws IOException {
        switch (FileContent.of(file)) {
            case EMPTY -> throw new RejectedFile(Rejection.EMPTY);
            case OLE -> throw new RejectedFile(Rejection.OLD_FORMAT);
            case LOCKED_OFFICE -> throw new RejectedFile(Rejection.LOCKED);
            case PDF, RTF, OTHER -> throw new RejectedFile(Rejection.NOT_A_WORKBOOK);
            case ZIP -> {
                switch (gate.examine(file)) {
                    case Passed _ -> {}
                    case Barred(var fault, var _) -> throw new RejectedFile(rejection(fault));
                }
            }
        }
    }

    private static Rejection rejection(ArchiveFault fault) {
        return switch (fault) {
            case EMPTY -> Rejection.EMPTY;
            case FILE_TOO_LARGE -> Rejection.TOO_LARGE;
            case NOT_AN_ARCHIVE, OTHER_KIND -> Rejection.NOT_A_WORKBOOK;
            case DAMAGED, OVERLAPPING_PARTS, REPEATED_PART, UNSAFE_NAME -> Rejection.DAMAGED;
            case ENCRYPTED -> Rejection.LOCKED;
            case TOO_MANY_PARTS, PART_TOO_LARGE, TOTAL_TOO_LARGE, RATIO_TOO_HIGH -> Rejection.BOMB;
            case MACROS -> Rejection.MACROS;
            case EMBEDDED_OBJECT, FOREIGN_CONTENT, REMOTE_TEMPLATE, EXTERNAL_LINK ->
                    Rejection.FOREIGN_CONTENT;
            case XML_DOCTYPE -> Rejection.UNSAFE_XML;
        };
    }

    private Upload stage(String fileName, Path file, String sha256) {
        var opened = files.open(sha256, fileName, clock.instant());
        if (opened.isEmpty()) {
            return new Upload.Known(files.withContent(sha256).orElseThrow());
        }
        var id = opened.get();
        var rows = new ArrayList<JudgedRow>(CHUNK);
        try {
            var readings =
                    RegisterFile.read(
                            file,
                            clock,
                            row -> {
                                rows.add(row);
                                if (rows.size() == CHUNK) {
                                    files.add(id, rows);
                                    rows.clear();
                                }
                            });
            files.add(id, rows);
            files.understood(id, readings);
        } catch (IOException e) {
            throw new RejectedFile(Rejection.DAMAGED);
        }
        audit.record("register.uploaded", "import", id.value());
        return new Upload.Read(id);
    }

    /** Foresees what each good row would do, so that the preview can say it. */
    private void forecast(ImportId id) {
        UUID last = null;
        while (true) {
            var after = last;
            var rows = chunk(id, after);
            if (rows.isEmpty()) {
                return;
            }
            var people = rows.stream().map(row -> row.person().registrant()).toList();
            var outcomes = registration.forecast(people);
            var ids = rows.stream().map(StagedFiles.Waiting::id).toList();
            transaction.executeWithoutResult(status -> files.foreseen(ids, outcomes));
            last = ids.getLast();
        }
    }

    private List<StagedFiles.Waiting> chunk(ImportId id, @Nullable UUID after) {
        return reading.execute(status -> files.after(id, after, CHUNK));
    }

    /**
     * Enters the good rows, in the background. Confirming twice does nothing a second time.
     *
     * @throws NoSuchImport if there is no such file here
     */
    @Transactional
    public void confirm(ImportId id) {
        files.file(id);
        if (files.move(id, ImportFile.State.PREVIEW, ImportFile.State.RUNNING, clock.instant())) {
            var scope = CurrentScope.get();
            audit.record("register.import-confirmed", "import", id.value());
            events.publishEvent(new ImportConfirmed(scope.region(), scope.org(), id));
        }
    }

    /** Throws the rows of a file away that nobody has confirmed; they are of no use any more. */
    @Transactional
    public void discard(ImportId id) {
        files.file(id);
        if (files.discard(id)) {
            audit.record("register.import-discarded", "import", id.value());
        }
    }

    /**
     * Returns a file with its counts.
     *
     * @throws NoSuchImport if there is no such file here
     */
    @Transactional(readOnly = true)
    public ImportFile file(ImportId id) {
        return files.file(id);
    }

    /** Returns broken rows of a file in its order. */
    @Transactional(readOnly = true)
    public List<BrokenRow> broken(ImportId id, int offset, int limit) {
        return files.broken(id, offset, limit);
    }

    /** Returns all broken rows, to be taken out of the system; this is put on record. */
    @Transactional
    public List<BrokenRow> takeOutBroken(ImportId id) {
        files.file(id);
        audit.record("register.faults-downloaded", "import", id.value());
        return files.broken(id, 0, RegisterFile.MAX_ROWS);
    }

    /** Returns the last uploads of the school, the latest first. */
    @Transactional(readOnly = true)
    public List<ImportFile> recent() {
        return files.recent(10);
    }
}
