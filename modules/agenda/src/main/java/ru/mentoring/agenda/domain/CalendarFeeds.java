package ru.mentoring.agenda.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.AccountView;
import ru.mentoring.tenancy.Accounts;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;

/**
 * Secret addresses at which calendars read somebody's deadlines.
 *
 * <p>An address says at which organisation it reads and carries 256 random bits, of which only the
 * hash is kept: it can be shown once. It shows nothing any more as soon as its owner takes it away
 * or has lost their last role there.
 */
@Component
public class CalendarFeeds {

    private static final int SECRET = 32;
    private static final int LENGTH = 2 * 16 + SECRET;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What a calendar is shown.
     *
     * @param owner whose deadlines they are
     * @param tasks their open tasks that have a deadline
     */
    public record Feed(OrgView org, AccountView owner, List<OpenTask> tasks) {

        public Feed {
            tasks = List.copyOf(tasks);
        }
    }

    private record Place(RegionId region, OrgId org, byte[] hash) {}

    private final JdbcClient jdbc;
    private final SystemScopes scopes;
    private final OrgTree tree;
    private final Accounts accounts;
    private final TaskList tasks;
    private final Audit audit;
    private final PlatformTransactionManager transactions;
    private final Clock clock;

    CalendarFeeds(
            JdbcClient jdbc,
            SystemScopes scopes,
            OrgTree tree,
            Accounts accounts,
            TaskList tasks,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.tree = tree;
        this.accounts = accounts;
        this.tasks = tasks;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Returns since when the person of the current scope has an address here, if they have one. */
    @Transactional(readOnly = true)
    public Optional<Instant> mine() {
        return own("select made_at from agenda.calendar_feed where ")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /**
     * Gives the person of the current scope a new address; the one before stops to work.
     *
     * @return the secret part of the address, which cannot be had again
     */
    @Transactional
    public String make() {
        var scope = CurrentScope.get();
        var secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        var feed = Ids.next();
        var stored =
                jdbc.sql(
                                """
                                insert into agenda.calendar_feed as f (region_id, id, org_id, account_id, secret_hash, made_at)
                                values (:region, :id, :org, :account, :hash, :now)
                                on conflict (region_id, org_id, account_id) do update set
                                    secret_hash = excluded.secret_hash, made_at = excluded.made_at, version = f.version + 1
                                returning id\
                                """)
                        .param("region", scope.region().value())
                        .param("id", feed)
                        .param("org", scope.org().value())
                        .param("account", scope.actor().orElseThrow().value())
                        .param("hash", hash(secret))
                        .param("now", Timestamp.from(clock.instant()))
                        .query(UUID.class)
                        .single();
        audit.record("calendar.made", "calendar", stored);
        return token(scope, secret);
    }

    /** Takes the address of the person of the current scope away, if there is one. */
    @Transactional
    public void revoke() {
        own("delete from agenda.calendar_feed where ", " returning id")
                .query(UUID.class)
                .optional()
                .ifPresent(feed -> audit.record("calendar.revoked", "calendar", feed));
    }

    /**
     * Returns what the address with this secret shows; nothing if there is none, or its owner has
     * no role there any more. To be called outside any scope.
     */
    public Optional<Feed> read(String token) {
        var place = place(token);
        if (place == null) {
            return Optional.empty();
        }
        Scope system;
        try {
            system = scopes.of(place.region(), place.org());
        } catch (NoSuchOrg unknown) {
            return Optional.empty();
        }
        return CurrentScope.call(system, () -> feed(place));
    }

    private Optional<Feed> feed(Place place) {
        return owner(place.hash()).flatMap(owner -> feed(place, owner));
    }

    private Optional<Feed> feed(Place place, AccountId owner) {
        var org = tree.organisation(place.org());
        var roles = EnumSet.noneOf(Role.class);
        AccountView account = null;
        for (var role : Role.values()) {
            if (role.kind() == org.kind()) {
                for (var carrier : accounts.withRole(org.id(), role)) {
                    if (carrier.id().equals(owner)) {
                        roles.add(role);
                        account = carrier;
                    }
                }
            }
        }
        return account == null
                ? Optional.empty()
                : Optional.of(
                        new Feed(
                                org,
                                account,
                                tasks.openOf(owner, roles).stream()
                                        .filter(task -> task.due() != null)
                                        .toList()));
    }

    private Optional<AccountId> owner(byte[] hash) {
        return new TransactionTemplate(transactions)
                .execute(reading ->
                        jdbc.sql(
                                        """
                                        select account_id from agenda.calendar_feed
                                        where region_id = :region and org_id = :org and secret_hash = :hash\
                                        """)
                                .param("region", CurrentScope.get().region().value())
                                .param("org", CurrentScope.get().org().value())
                                .param("hash", hash)
                                .query(UUID.class)
                                .optional()
                                .map(AccountId::new));
    }

    private JdbcClient.StatementSpec own(String before) {
        return own(before, "");
    }

    private JdbcClient.StatementSpec own(String before, String after) {
        var scope = CurrentScope.get();
        return jdbc.sql(
                        before
                                + "region_id = :region and org_id = :org and account_id = :account"
                                + after)
                .param("region", scope.region().value())
                .param("org", scope.org().value())
                .param("account", scope.actor().orElseThrow().value());
    }

    private static String token(Scope scope, byte[] secret) {
        var bytes = ByteBuffer.allocate(LENGTH);
        put(bytes, scope.region().value());
        put(bytes, scope.org().value());
        bytes.put(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static @Nullable Place place(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notASecret) {
            return null;
        }
        if (bytes.length != LENGTH) {
            return null;
        }
        var ids = ByteBuffer.wrap(bytes);
        return new Place(
                new RegionId(new UUID(ids.getLong(), ids.getLong())),
                new OrgId(new UUID(ids.getLong(), ids.getLong())),
                hash(Arrays.copyOfRange(bytes, LENGTH - SECRET, LENGTH)));
    }

    private static byte[] hash(byte[] secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
