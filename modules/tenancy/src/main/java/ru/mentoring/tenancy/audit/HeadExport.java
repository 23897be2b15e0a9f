package ru.mentoring.tenancy.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes the ends of all chains to a file outside the database, once an hour. */
@Component
class HeadExport {

    private static final Logger LOG = LoggerFactory.getLogger(HeadExport.class);

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'audit-heads-'yyyyMMdd'T'HHmmss'Z.txt'")
                    .withZone(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final Optional<Path> folder;
    private final @Nullable PrivateKey key;
    private final Clock clock;

    HeadExport(JdbcClient jdbc, HeadSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.folder = settings.folder();
        this.key = settings.signing().orElse(null);
        this.clock = clock;
    }

    @Scheduled(cron = "${mentoring.audit.export:0 0 * * * *}")
    @SchedulerLock(name = "tenancy.audit-heads")
    void write() {
        if (folder.isEmpty()) {
            LOG.warn(
                    "The ends of the audit chains are kept nowhere outside the database:"
                            + " MENTORING_AUDIT_HEAD_FOLDER names no folder");
            return;
        }
        write(folder.get());
    }

    /** Writes a file that is there as a whole or not at all, and returns it. */
    Path write(Path into) {
        var now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
        var file = into.resolve(NAME.format(now));
        try {
            Files.createDirectories(into);
            var part = Files.createTempFile(into, "audit-heads", ".part");
            Files.writeString(part, HeadFile.write(now, heads(), key));
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The ends of the audit chains were not written", e);
        }
    }

    private List<ChainHead> heads() {
        return jdbc.sql("select region_id, org_id, seq, hash from sec.audit_heads()")
                .query((row, number) ->
                        new ChainHead(
                                row.getObject(1, java.util.UUID.class),
                                row.getObject(2, java.util.UUID.class),
                                row.getLong(3),
                                row.getBytes(4)))
                .list();
    }
}
