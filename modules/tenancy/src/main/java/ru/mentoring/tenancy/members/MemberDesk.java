package ru.mentoring.tenancy.members;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Appointment;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Giving;
import ru.mentoring.tenancy.Giving.Reason;
import ru.mentoring.tenancy.Ground;
import ru.mentoring.tenancy.Members;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.NoSuchMembership;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.RoleGiven;
import ru.mentoring.tenancy.RoleTaken;

/**
 * Gives and takes roles.
 *
 * <p>The database decides once more whether the scope reaches the organisation and whether the
 * person keeps its list of members; what is said here is said in words.
 */
@Component
public class MemberDesk implements Members {

    private static final String MANAGE = "member.manage";

    /** A role as it is to be written. */
    private record Entry(
            Appointment appointment,
            Nature nature,
            @Nullable AccountId onBehalfOf,
            @Nullable Set<String> permissions) {}

    private record Verdict(String verdict, @Nullable UUID membership) {}

    private record Departure(String verdict, UUID accountId, UUID orgId, String role, int others) {}

    private final JdbcClient jdbc;
    private final OrgTree tree;
    private final Delegable delegable;
    private final Audit audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    MemberDesk(
            JdbcClient jdbc,
            OrgTree tree,
            Delegable delegable,
            Audit audit,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.tree = tree;
        this.delegable = delegable;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Giving give(Appointment appointment) {
        CurrentScope.get().demand(MANAGE);
        return write(new Entry(appointment, Nature.OWN, null, null), "member.role-given");
    }

    @Override
    @Transactional
    public AccountId admit(String issuer, String subject, String displayName, String email) {
        return new AccountId(
                jdbc.sql("select sec.admit_account(?, ?, ?, ?, ?)")
                        .params(Ids.next(), issuer, subject, displayName, email)
                        .query(UUID.class)
                        .single());
    }

    /**
     * Hands a part of the own rights over to a colleague for a term. What was handed over cannot be
     * handed on, and ends when its giver loses the role.
     *
     * @throws ru.mentoring.tenancy.Forbidden if the person of the scope may not delegate
     */
    @Transactional
    public Giving delegate(
            AccountId colleague,
            Set<String> permissions,
            LocalDate from,
            LocalDate until,
            Ground ground) {
        var scope = CurrentScope.get();
        scope.demand("member.delegate");
        var chosen = new TreeSet<>(permissions);
        var role = delegable.role(scope);
        if (role.isEmpty() || chosen.isEmpty() || !delegable.of(role.get()).containsAll(chosen)) {
            return new Giving.Refused(Reason.NOTHING_TO_DELEGATE);
        }
        var appointment =
                new Appointment(colleague, scope.org(), role.get(), from, until, ground, null);
        return write(
                new Entry(appointment, Nature.DELEGATED, scope.actor().orElseThrow(), chosen),
                "member.rights-delegated");
    }

    /**
     * Lets somebody do the duties of a member who is away, for a term.
     *
     * @param away the role whose duties are to be done
     * @throws NoSuchMembership if the scope does not reach it
     */
    @Transactional
    public Giving substitute(
            Membership away,
            AccountId substitute,
            LocalDate from,
            LocalDate until,
            @Nullable Ground ground) {
        CurrentScope.get().demand(MANAGE);
        var appointment =
                new Appointment(
                        substitute, new OrgId(away.org()), away.role(), from, until, ground, null);
        return write(
                new Entry(appointment, Nature.SUBSTITUTE, new AccountId(away.account()), null),
                "member.substitute-named");
    }

    /**
     * Takes a role away; it ends with the running transaction, also for browsers that are open.
     *
     * @throws NoSuchMembership if the scope does not reach it
     */
    @Transactional
    public Leaving takeAway(MembershipId id) {
        var scope = CurrentScope.get();
        scope.demand(MANAGE);
        var departure =
                jdbc.sql("select verdict, account_id, org_id, role, others from sec.take_role(?)")
                        .param(id.value())
                        .query(Departure.class)
                        .single();
        return switch (departure.verdict()) {
            case "TAKEN" -> {
                audit.record("member.role-taken", "membership", id.value(), departure.role());
                boolean orphaned = departure.others() == 0;
                publisher.publishEvent(
                        new RoleTaken(
                                scope.region(),
                                new OrgId(departure.orgId()),
                                id,
                                new AccountId(departure.accountId()),
                                Role.valueOf(departure.role()),
                                orphaned));
                yield new Leaving.Taken(orphaned);
            }
            case "OVER_ALREADY" -> new Leaving.OverAlready();
            case "LAST_HEAD" -> new Leaving.LastHead();
            case "NO_SUCH_MEMBERSHIP" -> throw new NoSuchMembership(id);
            default -> throw new IllegalStateException(departure.verdict());
        };
    }

    private Giving write(Entry entry, String action) {
        var appointment = entry.appointment();
        var today = LocalDate.now(clock);
        if (appointment.until() != null
                && (appointment.until().isBefore(appointment.from())
                        || appointment.until().isBefore(today))) {
            return new Giving.Refused(Reason.TERM_IS_OVER);
        }
        if (appointment.account().equals(entry.onBehalfOf())) {
            return new Giving.Refused(Reason.NOBODY_TO_STAND_FOR);
        }
        if (tree.organisation(appointment.org()).kind() != appointment.role().kind()) {
            return new Giving.Refused(Reason.NOT_A_ROLE_THERE);
        }
        var verdict = grant(entry);
        return switch (verdict.verdict()) {
            case "GIVEN" -> {
                var id = new MembershipId(Objects.requireNonNull(verdict.membership()));
                audit.record(action, "membership", id.value(), appointment.role().name());
                publisher.publishEvent(
                        new RoleGiven(
                                CurrentScope.get().region(),
                                appointment.org(),
                                id,
                                appointment.account(),
                                appointment.role(),
                                appointment.from()));
                yield new Giving.Given(id);
            }
            case "NO_SUCH_ORG" -> throw new NoSuchOrg(appointment.org());
            default -> new Giving.Refused(Reason.valueOf(verdict.verdict()));
        };
    }

    private Verdict grant(Entry entry) {
        var appointment = entry.appointment();
        var ground = appointment.ground();
        return jdbc.sql(
                        """
                        select verdict, membership from sec.grant_role(:id, :account, :org, :level, :role, cast(:from as date),
                            cast(:until as date), :order, cast(:orderDate as date), cast(:by as uuid), :nature,
                            cast(:behalf as uuid), cast(:permissions as text[]))\
                        """)
                .param("id", Ids.next())
                .param("account", appointment.account().value())
                .param("org", appointment.org().value())
                .param("level", appointment.role().kind().level().databaseName())
                .param("role", appointment.role().name())
                .param("from", appointment.from())
                .param("until", appointment.until())
                .param("order", ground == null ? null : ground.orderNumber())
                .param("orderDate", ground == null ? null : ground.orderDate())
                .param("by", value(appointment.givenBy()))
                .param("nature", entry.nature().name())
                .param("behalf", value(entry.onBehalfOf()))
                .param(
                        "permissions",
                        entry.permissions() == null
                                ? null
                                : entry.permissions().toArray(String[]::new))
                .query(Verdict.class)
                .single();
    }

    private static @Nullable UUID value(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }
}
