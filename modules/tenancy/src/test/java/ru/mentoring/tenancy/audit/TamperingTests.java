package ru.mentoring.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import ru.mentoring.shared.Ids;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;

/**
 * Check DAT-02: whatever a superuser of the database does to the trail is found, and the place is
 * named.
 */
@ModuleTest
class TamperingTests {

    /** So many chains, of which each kind of tampering gets its share; more in the night. */
    private static final int CHAINS = Integer.getInteger("audit.chains", 50);

    private static final int LENGTH = 12;

    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactionManager;
    @Autowired Sealer sealer;
    @Autowired HeadExport export;
    @Autowired Clock clock;
    @Autowired OracleDb oracle;

    @TempDir Path folder;

    private final Random random = new Random(20_261_126);
    private UUID region;

    /** An organisation's chain and what will be done to it. */
    private record Victim(UUID org, Tampering how, long at) {}

    /** What somebody with all rights may do, and what has to be found then. */
    private enum Tampering {
        NONE(),
        CHANGE(Finding.Kind.CHANGED),
        CHANGE_ACTOR(Finding.Kind.CHANGED),
        DELETE(Finding.Kind.DELETED),
        DELETE_WITH_LINK(Finding.Kind.GAP),
        INSERT(Finding.Kind.INSERTED),
        REORDER(Finding.Kind.CHANGED),
        FORGED_LINK(Finding.Kind.OUT_OF_ORDER),
        CUT(Finding.Kind.CUT),
        CUT_ALL(Finding.Kind.CUT),
        COMPUTE_ANEW(Finding.Kind.REWRITTEN);

        private final Set<Finding.Kind> found;

        Tampering(Finding.Kind... found) {
            this.found = Set.of(found);
        }
    }

    @BeforeEach
    void openRegion() {
        region = Ids.next();
    }

    @Test
    void findsEachTamperingAndItsPlace() {
        var victims = victims();
        victims.forEach(victim -> fill(victim.org()));
        sealAll();
        export.write(folder);
        assertThat(findings()).as("before").isEmpty();

        victims.forEach(this::tamper);

        var findings = findings();
        assertThat(victims).extracting(Victim::how).contains(Tampering.values());
        for (var victim : victims) {
            var own = findings.stream().filter(one -> one.org().equals(victim.org())).toList();
            if (victim.how() == Tampering.NONE) {
                assertThat(own).as(victim.toString()).isEmpty();
                continue;
            }
            assertThat(own)
                    .as(victim.toString())
                    .anyMatch(one ->
                            victim.how().found.contains(one.kind()) && one.seq() == place(victim));
        }
    }

    /** Where the finding has to lie. */
    private static long place(Victim victim) {
        return switch (victim.how()) {
            case INSERT -> 0;
            case DELETE_WITH_LINK -> victim.at() + 1;
            case CUT_ALL -> 1;
            case COMPUTE_ANEW -> LENGTH;
            default -> victim.at();
        };
    }

    @Test
    void findsAnEntryThatDisappearedBeforeItWasSealed() {
        var org = Ids.next();
        fill(org);

        behindTheTriggers("delete from audit.entry where org_id = '%s' and fields = '3'", org);

        assertThat(findings())
                .singleElement()
                .satisfies(one -> assertThat(one.kind()).isEqualTo(Finding.Kind.DELETED));
    }

    @Test
    void believesNoFileThatWasNotSigned() throws Exception {
        var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        fill(Ids.next());
        sealAll();
        export.write(folder);

        var outcome =
                verification(
                                new HeadSettings(
                                        folder.toString(),
                                        null,
                                        Base64.getEncoder()
                                                .encodeToString(keys.getPublic().getEncoded())))
                        .verify();

        assertThat(outcome.unreadable())
                .singleElement()
                .asString()
                .contains("audit-heads-")
                .contains("not signed");
        assertThat(outcome.intact()).isFalse();
    }

    /** A file from before the chains were computed anew must not be outvoted by a later one. */
    @Test
    void noticesTwoFilesThatContradictEachOther() throws Exception {
        var org = Ids.next();
        fill(org);
        sealAll();
        export.write(folder);
        var other =
                HeadFile.write(
                        clock.instant().plusSeconds(3_600),
                        List.of(new ChainHead(region, org, LENGTH, "ab".repeat(32))),
                        null);
        Files.writeString(folder.resolve("audit-heads-later.txt"), other);

        assertThat(findings())
                .anySatisfy(one -> {
                    assertThat(one.kind()).isEqualTo(Finding.Kind.REWRITTEN);
                    assertThat(one.org()).isEqualTo(org);
                });
    }

    private List<Victim> victims() {
        var victims = new ArrayList<Victim>();
        for (int i = 0; i < CHAINS; i++) {
            var kinds = Tampering.values();
            victims.add(new Victim(Ids.next(), kinds[i % kinds.length], 2 + random.nextInt(8)));
        }
        return victims;
    }

    private void fill(UUID org) {
        oracle.jdbc()
                .sql(
                        """
                        insert into audit.entry
                            (region_id, id, org_id, at, account_id, role, action, object_type, object_id, fields, request_id, address)
                        select ?, gen_random_uuid(), ?, now() + n * interval '1 second', gen_random_uuid(), 'CURATOR',
                            'person.changed', 'person', gen_random_uuid(), n::text, 'r-' || n, '178.46.12.0/24'
                        from generate_series(1, ?) n\
                        """)
                .params(region, org, LENGTH)
                .update();
    }

    /** The schedule may be at the same chains; then the next look finds the rest. */
    private void sealAll() {
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> {
                    sealer.seal();
                    assertThat(
                                    oracle.count(
                                            "select count(*) from sec.audit_tail where region_id = ?",
                                            region))
                            .isZero();
                });
    }

    private void tamper(Victim victim) {
        var org = victim.org();
        var at = victim.at();
        switch (victim.how()) {
            case NONE -> {}
            case CHANGE ->
                    behindTheTriggers(
                            "update audit.entry set action = 'person.erased' where id = '%s'",
                            entry(org, at));
            case CHANGE_ACTOR ->
                    behindTheTriggers(
                            "update audit.entry set account_id = gen_random_uuid() where id = '%s'",
                            entry(org, at));
            case DELETE ->
                    behindTheTriggers("delete from audit.entry where id = '%s'", entry(org, at));
            case DELETE_WITH_LINK -> {
                behindTheTriggers("delete from audit.entry where id = '%s'", entry(org, at));
                behindTheTriggers(
                        "delete from audit.link where org_id = '%s' and seq = %d", org, at);
            }
            case INSERT ->
                    behindTheTriggers(
                            """
                            insert into audit.entry (region_id, id, org_id, at, role, action, object_type, object_id, fields)
                            select region_id, gen_random_uuid(), org_id, at, role, action, object_type, object_id, fields
                            from audit.entry where id = '%s'\
                            """,
                            entry(org, at));
            case REORDER -> {
                var one = entry(org, at);
                var other = entry(org, at + 1);
                behindTheTriggers(
                        "update audit.link set id = gen_random_uuid() where org_id = '%s' and seq = %d",
                        org, at);
                behindTheTriggers(
                        "update audit.link set id = '%s' where org_id = '%s' and seq = %d",
                        one, org, at + 1);
                behindTheTriggers(
                        "update audit.link set id = '%s' where org_id = '%s' and seq = %d",
                        other, org, at);
            }
            case FORGED_LINK ->
                    behindTheTriggers(
                            "update audit.link set prev_hash = sha256('x') where org_id = '%s' and seq = %d",
                            org, at);
            case CUT -> cut(org, at - 1);
            case CUT_ALL -> cut(org, 0);
            case COMPUTE_ANEW -> {
                behindTheTriggers(
                        "update audit.entry set action = 'person.erased' where id = '%s'",
                        entry(org, at));
                computeAnew(org);
            }
        }
    }

    private void cut(UUID org, long last) {
        behindTheTriggers(
                """
                delete from audit.entry e using audit.link l
                where l.org_id = '%s' and l.seq > %d and e.org_id = l.org_id and e.id = l.id\
                """,
                org, last);
        behindTheTriggers("delete from audit.link where org_id = '%s' and seq > %d", org, last);
    }

    /** Somebody who knows how it is done makes the whole chain right again. */
    private void computeAnew(UUID org) {
        var hash = new ChainHash();
        var before = ChainHash.start();
        for (long seq = 1; seq <= LENGTH; seq++) {
            var entry =
                    oracle.jdbc()
                            .sql("select " + TrailEntry.COLUMNS + " from audit.entry where id = ?")
                            .param(entry(org, seq))
                            .query((row, number) -> TrailEntry.read(row, 1))
                            .single();
            var next = hash.after(before, seq, entry);
            behindTheTriggers(
                    "update audit.link set prev_hash = decode('%s', 'hex'), hash = decode('%s', 'hex') where org_id = '%s' and seq = %d",
                    HexFormat.of().formatHex(before), HexFormat.of().formatHex(next), org, seq);
            before = next;
        }
    }

    private UUID entry(UUID org, long seq) {
        return oracle.jdbc()
                .sql("select id from audit.link where org_id = ? and seq = ?")
                .params(org, seq)
                .query(UUID.class)
                .single();
    }

    private void behindTheTriggers(String sql, Object... values) {
        oracle.jdbc()
                .sql("set session_replication_role = replica; " + sql.formatted(values))
                .update();
    }

    private List<Finding> findings() {
        return verification(new HeadSettings(folder.toString(), null, null))
                .verify()
                .findings()
                .stream()
                .filter(one -> one.region().equals(region))
                .collect(Collectors.toList());
    }

    private Verification verification(HeadSettings settings) {
        return new Verification(jdbc, settings, transactionManager);
    }
}
