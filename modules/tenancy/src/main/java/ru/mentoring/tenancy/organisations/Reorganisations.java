package ru.mentoring.tenancy.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;
import ru.mentoring.tenancy.NoSuchReorganisation;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgChange.Closing;
import ru.mentoring.tenancy.OrgChange.Merging;
import ru.mentoring.tenancy.OrgChange.Moving;
import ru.mentoring.tenancy.OrgChange.Opening;
import ru.mentoring.tenancy.OrgChange.Renaming;
import ru.mentoring.tenancy.OrgChange.Splitting;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgMoved;
import ru.mentoring.tenancy.OrganisationsChanged;
import ru.mentoring.tenancy.OrganisationsChanged.Moved;
import ru.mentoring.tenancy.OrganisationsChanged.Succeeded;
import ru.mentoring.tenancy.ReorganisationDecided;
import ru.mentoring.tenancy.ReorganisationId;
import ru.mentoring.tenancy.ReorganisationProposed;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.organisations.Objection.Reason;
import ru.mentoring.tenancy.organisations.Reorganisation.State;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes of the tree of organisations, from the proposal to the day on which they are carried out.
 *
 * <p>A district proposes what concerns its own organisations; the regional centre confirms. A day
 * in the past is allowed: papers arrive late, and the tree is then corrected from that day on.
 */
@Component
public class Reorganisations {

    /** What came of it. */
    public sealed interface Outcome {

        record Done(ReorganisationId id, State state) implements Outcome {}

        /** Nothing was stored, for these reasons. */
        record Refused(List<Objection> objections) implements Outcome {}

        /** Somebody else was faster: it is in this state now. */
        record Overtaken(State state) implements Outcome {}
    }

    /**
     * What a change would do, worked out without storing anything.
     *
     * @param before the tree of the day on which it takes effect, without the change
     */
    public record Preview(TreeOnDay before, List<Step> steps, List<Objection> objections) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String COLUMNS =
            """
            id, org_id, version, kind, change::text as change, effective_on, order_number, order_date, state, proposed_by,
            proposed_at, decided_by, decided_at, remark\
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final OrgDirectory directory;
    private final ApplicationEventPublisher events;

    Reorganisations(
            JdbcClient jdbc,
            OrgDirectory directory,
            Clock clock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    /** Works out what a change would do on its day. */
    @Transactional(readOnly = true)
    public Preview preview(OrgChange change, LocalDate day) {
        var tree = directory.tree(day);
        var plan = ChangePlan.of(change, tree, () -> new OrgId(Ids.next()));
        return new Preview(tree, plan.steps(), objections(plan, change, tree));
    }

    private List<Objection> objections(ChangePlan plan, OrgChange change, TreeOnDay tree) {
        var objections = new ArrayList<>(plan.objections());
        var scope = CurrentScope.get();
        if (scope.level() != Level.REGION) {
            subjects(change).stream()
                    .filter(org -> !tree.isWithin(org, scope.org()))
                    .forEach(org -> objections.add(new Objection(Reason.NOT_YOURS, org)));
        }
        if (objections.isEmpty()) {
            for (var org : plan.touched()) {
                if (happened(org, tree.day(), "CLOSED", "PLACED", "RENAMED", "SUCCEEDED")) {
                    objections.add(new Objection(Reason.CHANGED_LATER, org));
                }
            }
            for (var org : plan.reliedOn()) {
                if (happened(org, tree.day(), "CLOSED", "PLACED")) {
                    objections.add(new Objection(Reason.CHANGED_LATER, org));
                }
            }
            for (var open : plan.opened()) {
                if (isCodeGiven(open.kind(), open.naming().code())) {
                    objections.add(new Objection(Reason.CODE_IS_TAKEN, null));
                }
            }
        }
        return objections;
    }

    /** Whatever a change takes away from where it is, or where it adds something. */
    private static List<OrgId> subjects(OrgChange change) {
        return switch (change) {
            case Opening opening -> List.of(opening.parent());
            case Renaming renaming -> List.of(renaming.org());
            case Moving moving -> List.of(moving.org());
            case Closing closing -> List.of(closing.org());
            case Merging merging -> List.copyOf(merging.orgs());
            case Splitting splitting -> List.of(splitting.org());
        };
    }

    /** Says whether any of this happened to an organisation after a day. */
    private boolean happened(OrgId org, LocalDate day, String... what) {
        return jdbc.sql(
                        """
                        select exists (select 1 from sec.past(?) where on_day > ? and what = any (cast(? as text[])))\
                        """)
                .params(org.value(), day, what)
                .query(Boolean.class)
                .single();
    }

    /** A code is given once: that of an organisation of another day, even an ended one, counts. */
    private boolean isCodeGiven(OrgKind kind, String code) {
        return jdbc.sql(
                        "select exists (select 1 from sec.organisations() where kind = ? and code = ?)")
                .params(kind.name(), code)
                .query(Boolean.class)
                .single();
    }

    /**
     * Proposes a change. What the regional centre proposes itself is confirmed at once by whoever
     * may confirm.
     *
     * @throws ru.mentoring.tenancy.Forbidden if the person may not propose
     */
    @Transactional
    public Outcome propose(
            OrgChange change, LocalDate day, String orderNumber, LocalDate orderDate) {
        var scope = CurrentScope.get();
        scope.demand("organisation.propose");
        var preview = preview(change, day);
        if (!preview.objections().isEmpty()) {
            return new Outcome.Refused(preview.objections());
        }
        var id = new ReorganisationId(Ids.next());
        jdbc.sql(
                        """
                        insert into tenancy.reorganisation (region_id, id, org_id, version, kind, change, effective_on,
                            order_number, order_date, state, proposed_by, proposed_at)
                        values (:region, :id, :org, 0, :kind, cast(:change as jsonb), :day, :orderNumber, :orderDate, 'PROPOSED',
                            cast(:by as uuid), :at)\
                        """)
                .param("region", scope.region().value())
                .param("id", id.value())
                .param("org", scope.org().value())
                .param("kind", kind(change))
                .param("change", JSON.writeValueAsString(change))
                .param("day", day)
                .param("orderNumber", orderNumber)
                .param("orderDate", orderDate)
                .param("by", actor(scope))
                .param("at", java.sql.Timestamp.from(clock.instant()))
                .update();
        audit.record("reorganisation.proposed", "reorganisation", id.value());
        if (scope.level() == Level.REGION && scope.may("organisation.confirm")) {
            return confirm(id, 0);
        }
        events.publishEvent(new ReorganisationProposed(scope.region(), scope.org(), id, day));
        return new Outcome.Done(id, State.PROPOSED);
    }

    /**
     * Confirms a proposal. If its day has come it is carried out at once, otherwise on its day.
     *
     * @param version of the proposal that was looked at
     * @throws NoSuchReorganisation if the region has none with this id
     */
    @Transactional
    public Outcome confirm(ReorganisationId id, int version) {
        CurrentScope.get().demand("organisation.confirm");
        var found = find(id);
        if (found.state() != State.PROPOSED || found.version() != version) {
            return new Outcome.Overtaken(found.state());
        }
        var preview = preview(found.change(), found.day());
        if (!preview.objections().isEmpty()) {
            return new Outcome.Refused(preview.objections());
        }
        decide(found, State.CONFIRMED, null);
        audit.record("reorganisation.confirmed", "reorganisation", id.value());
        return found.day().isAfter(LocalDate.now(clock))
                ? new Outcome.Done(id, State.CONFIRMED)
                : carryOut(id);
    }

    /** Refuses a proposal with a reason. */
    @Transactional
    public Outcome refuse(ReorganisationId id, int version, String remark) {
        CurrentScope.get().demand("organisation.confirm");
        return end(id, version, State.REFUSED, remark);
    }

    /**
     * Takes a change back that is not in force yet: its proposer until it is confirmed, the
     * regional centre until its day.
     */
    @Transactional
    public Outcome withdraw(ReorganisationId id, int version) {
        var scope = CurrentScope.get();
        scope.demand("organisation.propose");
        var found = find(id);
        if (!found.proposer().equals(scope.org()) || found.state() == State.CONFIRMED) {
            scope.demand("organisation.confirm");
        }
        return end(id, version, State.WITHDRAWN, null);
    }

    private Outcome end(ReorganisationId id, int version, State end, @Nullable String remark) {
        var found = find(id);
        if (found.version() != version
                || !found.state().isOpen()
                || (end == State.REFUSED && found.state() != State.PROPOSED)) {
            return new Outcome.Overtaken(found.state());
        }
        decide(found, end, remark);
        audit.record(
                "reorganisation." + end.name().toLowerCase(Locale.ROOT),
                "reorganisation",
                id.value());
        return new Outcome.Done(id, end);
    }

    /**
     * Carries a confirmed change out whose day has come, all of it or nothing. Repeating it changes
     * nothing.
     */
    @Transactional
    public Outcome carryOut(ReorganisationId id) {
        var found = find(id);
        if (found.state() != State.CONFIRMED || found.day().isAfter(LocalDate.now(clock))) {
            return new Outcome.Overtaken(found.state());
        }
        var preview = preview(found.change(), found.day());
        if (!preview.objections().isEmpty()) {
            var reasons =
                    preview.objections().stream()
                            .map(objection -> objection.reason().name())
                            .distinct()
                            .collect(Collectors.joining(" "));
            decide(found, State.FAILED, reasons);
            audit.record("reorganisation.failed", "reorganisation", id.value());
            return new Outcome.Refused(preview.objections());
        }
        preview.steps().forEach(step -> carryOut(step, found.day()));
        jdbc.sql(
                        """
                        update tenancy.reorganisation set state = 'IN_FORCE', carried_out_at = ?, version = version + 1
                        where id = ?\
                        """)
                .params(java.sql.Timestamp.from(clock.instant()), id.value())
                .update();
        audit.record("reorganisation.in-force", "reorganisation", id.value());
        announce(announcement(found, preview));
        return new Outcome.Done(id, State.IN_FORCE);
    }

    private void carryOut(Step step, LocalDate day) {
        switch (step) {
            case Step.Open open ->
                    call(
                            "sec.found_org(?, ?, ?, ?, ?, ?, ?, cast(? as date))",
                            open.org().value(),
                            open.kind().name(),
                            open.naming().code(),
                            open.naming().name(),
                            open.naming().fullName(),
                            open.small(),
                            open.parent().value(),
                            day);
            case Step.Rename rename ->
                    call(
                            "sec.rename_org(?, ?, ?, cast(? as date))",
                            rename.org().value(),
                            rename.name(),
                            rename.fullName(),
                            day);
            case Step.Move move ->
                    call(
                            "sec.move_org(?, ?, cast(? as date))",
                            move.org().value(),
                            move.parent().value(),
                            day);
            case Step.Close close ->
                    call("sec.close_org(?, cast(? as date))", close.org().value(), day);
            case Step.Succeed succeed ->
                    call(
                            "sec.succeed_org(?, ?, cast(? as date))",
                            succeed.predecessor().value(),
                            succeed.successor().value(),
                            day);
            case Step.CopyRoles roles ->
                    call("sec.copy_roles(?, ?)", roles.from().value(), roles.to().value());
        }
    }

    private void call(String function, Object... arguments) {
        jdbc.sql("select " + function).params(arguments).query((row, number) -> 0).list();
    }

    private void announce(OrganisationsChanged changed) {
        events.publishEvent(changed);
        for (var moved : changed.moved()) {
            events.publishEvent(
                    new OrgMoved(
                            changed.region(),
                            moved.org(),
                            moved.from(),
                            moved.to(),
                            changed.day()));
        }
    }

    private static OrganisationsChanged announcement(Reorganisation change, Preview preview) {
        var scope = CurrentScope.get();
        var moved = new ArrayList<Moved>();
        var succeeded = new ArrayList<Succeeded>();
        var closed =
                preview.steps().stream()
                        .filter(Step.Close.class::isInstance)
                        .map(step -> ((Step.Close) step).org())
                        .collect(Collectors.toSet());
        for (var step : preview.steps()) {
            if (step instanceof Step.Move(var org, var to)) {
                preview.before()
                        .find(org)
                        .ifPresent(one -> {
                            if (one.parent() != null) {
                                moved.add(new Moved(org, one.parent(), to));
                            }
                        });
            } else if (step instanceof Step.Succeed(var from, var to)) {
                succeeded.add(new Succeeded(from, to, closed.contains(from)));
            }
        }
        return new OrganisationsChanged(
                scope.region(), scope.org(), change.id(), change.day(), moved, succeeded);
    }

    /** Returns the changes that wait for their day, if it has come. */
    @Transactional(readOnly = true)
    public List<ReorganisationId> due() {
        return jdbc.sql(
                        """
                        select id from tenancy.reorganisation
                        where region_id = ? and state = 'CONFIRMED' and effective_on <= ? order by effective_on, proposed_at\
                        """)
                .params(CurrentScope.get().region().value(), LocalDate.now(clock))
                .query((row, number) -> new ReorganisationId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Returns the changes that the scope may see, the latest day first. */
    @Transactional(readOnly = true)
    public List<Reorganisation> all() {
        return jdbc.sql(
                        "select %s from tenancy.reorganisation order by effective_on desc, proposed_at desc limit 500"
                                .formatted(COLUMNS))
                .query(Reorganisations::read)
                .list();
    }

    /**
     * Returns a change.
     *
     * @throws NoSuchReorganisation if the scope sees none with this id
     */
    @Transactional(readOnly = true)
    public Reorganisation find(ReorganisationId id) {
        return jdbc.sql("select %s from tenancy.reorganisation where id = ?".formatted(COLUMNS))
                .param(id.value())
                .query(Reorganisations::read)
                .optional()
                .orElseThrow(() -> new NoSuchReorganisation(id));
    }

    private void decide(Reorganisation found, State state, @Nullable String remark) {
        var updated =
                jdbc.sql(
                                """
                                update tenancy.reorganisation set state = :state, remark = :remark, decided_by = cast(:by as uuid),
                                    decided_at = :at, version = version + 1
                                where id = :id and version = :version\
                                """)
                        .param("state", state.name())
                        .param("remark", remark)
                        .param("by", actor(CurrentScope.get()))
                        .param("at", java.sql.Timestamp.from(clock.instant()))
                        .param("id", found.id().value())
                        .param("version", found.version())
                        .update();
        if (updated != 1) {
            throw new org.springframework.dao.OptimisticLockingFailureException(
                    "Somebody else decided the reorganisation meanwhile");
        }
        if (found.state() == State.PROPOSED) {
            var scope = CurrentScope.get();
            events.publishEvent(new ReorganisationDecided(scope.region(), scope.org(), found.id()));
        }
    }

    private static @Nullable UUID actor(Scope scope) {
        return scope.actor().map(AccountId::value).orElse(null);
    }

    private static String kind(OrgChange change) {
        return change.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    private static OrgChange change(String kind, String text) {
        Class<? extends OrgChange> type =
                switch (kind) {
                    case "OPENING" -> Opening.class;
                    case "RENAMING" -> Renaming.class;
                    case "MOVING" -> Moving.class;
                    case "CLOSING" -> Closing.class;
                    case "MERGING" -> Merging.class;
                    case "SPLITTING" -> Splitting.class;
                    default -> throw new IllegalStateException("Unknown change " + kind);
                };
        return JSON.readValue(text, type);
    }

    private static Reorganisation read(ResultSet row, int number) throws SQLException {
        var proposedBy = row.getObject("proposed_by", UUID.class);
        var decidedBy = row.getObject("decided_by", UUID.class);
        var decidedAt = row.getTimestamp("decided_at");
        return new Reorganisation(
                new ReorganisationId(row.getObject("id", UUID.class)),
                new OrgId(row.getObject("org_id", UUID.class)),
                row.getInt("version"),
                change(row.getString("kind"), row.getString("change")),
                row.getObject("effective_on", LocalDate.class),
                row.getString("order_number"),
                row.getObject("order_date", LocalDate.class),
                State.valueOf(row.getString("state")),
                proposedBy == null ? null : new AccountId(proposedBy),
                instant(row, "proposed_at"),
                decidedBy == null ? null : new AccountId(decidedBy),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("remark"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
