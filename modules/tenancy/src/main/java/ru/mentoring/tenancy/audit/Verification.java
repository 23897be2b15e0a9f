package ru.mentoring.tenancy.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all chains from their first link on and compares them with what stands in the files outside
 * the database.
 */
@Component
class Verification {

    private static final int LINKS_AT_ONCE = 20_000;
    private static final int MOST_STRAYS = 1_000;

    /**
     * What was found.
     *
     * @param unreadable files that are no files of heads or are not signed as they have to be
     */
    record Outcome(
            long chains, long links, long files, List<Finding> findings, List<String> unreadable) {

        boolean intact() {
            return findings.isEmpty() && unreadable.isEmpty();
        }
    }

    private record Chain(UUID region, UUID org) {}

    private record Link(
            Chain chain,
            long seq,
            UUID id,
            byte[] before,
            byte[] hash,
            @Nullable TrailEntry entry) {}

    private final JdbcClient jdbc;
    private final HeadSettings settings;
    private final TransactionTemplate snapshot;

    Verification(
            JdbcClient jdbc, HeadSettings settings, PlatformTransactionManager transactionManager) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.snapshot = new TransactionTemplate(transactionManager);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Verifies everything, in one snapshot of the database. */
    Outcome verify() {
        var findings = new ArrayList<Finding>();
        var unreadable = new ArrayList<String>();
        var files = files(unreadable);
        var walk = new Walk(expected(files, findings), findings);
        snapshot.executeWithoutResult(status -> {
            // Longer than a request may take.
            jdbc.sql("set local statement_timeout = '30min'").update();
            read(walk);
            walk.end();
            findings.addAll(outside("audit_strays", Finding.Kind.INSERTED));
            findings.addAll(outside("audit_lost", Finding.Kind.DELETED));
        });
        return new Outcome(walk.chains, walk.links, files.size(), findings, unreadable);
    }

    private void read(Walk walk) {
        var after =
                new Link(
                        new Chain(Finding.NONE, Finding.NONE),
                        0,
                        Finding.NONE,
                        empty(),
                        empty(),
                        null);
        List<Link> links;
        do {
            links = after(after);
            links.forEach(walk::take);
            if (!links.isEmpty()) {
                after = links.getLast();
            }
        } while (links.size() == LINKS_AT_ONCE);
    }

    private static byte[] empty() {
        return new byte[0];
    }

    private List<Link> after(Link last) {
        return jdbc.sql(
                        """
                        select l.region_id, l.org_id, l.seq, l.id, l.prev_hash, l.hash, (l.entry).region_id, (l.entry).org_id,
                            (l.entry).id, (l.entry).at, (l.entry).account_id, (l.entry).on_behalf_of, (l.entry).assignment_id,
                            (l.entry).role, (l.entry).action, (l.entry).object_type, (l.entry).object_id, (l.entry).fields,
                            (l.entry).result, (l.entry).request_id, (l.entry).address
                        from sec.audit_links(?, ?, ?, ?) l\
                        """)
                .params(last.chain().region(), last.chain().org(), last.seq(), LINKS_AT_ONCE)
                .query((row, number) ->
                        new Link(
                                new Chain(
                                        row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                                row.getLong(3),
                                row.getObject(4, UUID.class),
                                row.getBytes(5),
                                row.getBytes(6),
                                row.getObject(9) == null ? null : TrailEntry.read(row, 7)))
                .list();
    }

    private List<Finding> outside(String function, Finding.Kind kind) {
        var sql =
                function.equals("audit_strays")
                        ? "select region_id, org_id, id from sec.audit_strays(?)"
                        : "select region_id, org_id, id from sec.audit_lost(?)";
        return jdbc.sql(sql)
                .param(MOST_STRAYS)
                .query((row, number) ->
                        new Finding(
                                kind,
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                0,
                                row.getObject(3, UUID.class)))
                .list();
    }

    /** Follows the links in their order. */
    private static final class Walk {

        private final Map<Chain, Map<Long, String>> expected;
        private final List<Finding> findings;
        private final ChainHash hash = new ChainHash();
        private final Set<Chain> seen = new HashSet<>();
        private long chains;
        private long links;
        private @Nullable Chain chain;
        private long seq;
        private byte[] before = ChainHash.start();

        Walk(Map<Chain, Map<Long, String>> expected, List<Finding> findings) {
            this.expected = expected;
            this.findings = findings;
        }

        void take(Link link) {
            if (!link.chain().equals(chain)) {
                finish();
                chain = link.chain();
                seen.add(chain);
                chains++;
                seq = 0;
                before = ChainHash.start();
            }
            links++;
            if (link.seq() != seq + 1) {
                find(Finding.Kind.GAP, link);
            } else if (!Arrays.equals(link.before(), before)) {
                find(Finding.Kind.OUT_OF_ORDER, link);
            }
            var entry = link.entry();
            if (entry == null) {
                find(Finding.Kind.DELETED, link);
            } else if (!Arrays.equals(hash.after(link.before(), link.seq(), entry), link.hash())) {
                find(Finding.Kind.CHANGED, link);
            }
            var known = expected.getOrDefault(link.chain(), Map.of()).get(link.seq());
            if (known != null && !known.equals(HexFormat.of().formatHex(link.hash()))) {
                find(Finding.Kind.REWRITTEN, link);
            }
            seq = link.seq();
            before = link.hash();
        }

        private void find(Finding.Kind kind, Link link) {
            findings.add(
                    new Finding(
                            kind,
                            link.chain().region(),
                            link.chain().org(),
                            link.seq(),
                            link.id()));
        }

        private void finish() {
            if (chain != null) {
                cut(chain, seq);
            }
        }

        private void cut(Chain of, long length) {
            expected.getOrDefault(of, Map.of()).keySet().stream()
                    .filter(once -> once > length)
                    .min(Long::compare)
                    .ifPresent(once ->
                            findings.add(
                                    new Finding(
                                            Finding.Kind.CUT,
                                            of.region(),
                                            of.org(),
                                            length + 1,
                                            Finding.NONE)));
        }

        /** Chains of which nothing is left at all. */
        void end() {
            finish();
            expected.keySet().stream()
                    .filter(once -> !seen.contains(once))
                    .forEach(once -> cut(once, 0));
        }
    }

    /** What the files say, the older one where two of them say different things. */
    private static Map<Chain, Map<Long, String>> expected(
            List<HeadFile> files, List<Finding> findings) {
        var expected = new HashMap<Chain, Map<Long, String>>();
        files.stream()
                .sorted(Comparator.comparing(HeadFile::at))
                .flatMap(file -> file.heads().stream())
                .forEach(head -> {
                    var known =
                            expected.computeIfAbsent(
                                            new Chain(head.region(), head.org()),
                                            any -> new HashMap<>())
                                    .putIfAbsent(head.seq(), head.hash());
                    if (known != null && !known.equals(head.hash())) {
                        findings.add(
                                new Finding(
                                        Finding.Kind.REWRITTEN,
                                        head.region(),
                                        head.org(),
                                        head.seq(),
                                        Finding.NONE));
                    }
                });
        return expected;
    }

    private List<HeadFile> files(List<String> unreadable) {
        var folder = settings.folder().filter(Files::isDirectory);
        if (folder.isEmpty()) {
            return List.of();
        }
        var files = new ArrayList<HeadFile>();
        try (var found = Files.newDirectoryStream(folder.get(), "audit-heads-*.txt")) {
            for (var path : found) {
                file(path, settings.verifying(), unreadable).ifPresent(files::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static Optional<HeadFile> file(
            Path path, Optional<PublicKey> key, List<String> unreadable) {
        try {
            var file = HeadFile.read(Files.readString(path));
            if (key.isPresent() && !file.isSignedBy(key.get())) {
                unreadable.add(path.getFileName() + ": not signed by the key that was given");
                return Optional.empty();
            }
            return Optional.of(file);
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
            unreadable.add(path.getFileName() + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
