package ru.mentoring.tenancy.members;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.MembershipId;
import ru.mentoring.tenancy.NoSuchMembership;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.Role;

/** The lists of those who have access to the scope's organisation and to those below it. */
@Component
@Transactional(readOnly = true)
public class MemberList {

    /** Which part of the list is wanted; what is empty wants everything. */
    public record Filter(
            @Nullable OrgId org, @Nullable Role role, String name, @Nullable State state) {

        /** Everybody who has a role now or from a day to come. */
        public static final Filter CURRENT = new Filter(null, null, "", State.CURRENT);

        /** Everybody at one organisation, now or from a day to come. */
        public static Filter at(OrgId org) {
            return new Filter(org, null, "", State.CURRENT);
        }
    }

    /** Whether a role is still had. */
    public enum State {
        CURRENT,
        ENDED
    }

    /** Somebody above who sees the organisation. */
    public record Overseer(String name, String orgName, OrgKind orgKind, Role role) {}

    /** Somebody of the region who can be given a role. */
    public record Known(AccountId account, String name) {}

    private final JdbcClient jdbc;

    MemberList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns a part of the list: those who have access before those who had it, organisations
     * above before those below, then by organisation and name.
     */
    public List<Membership> read(Filter filter, int offset, int limit) {
        return rows(filter, null, offset, limit);
    }

    /**
     * Returns one line.
     *
     * @throws NoSuchMembership if it lies outside the scope
     */
    public Membership one(MembershipId id) {
        return rows(new Filter(null, null, "", null), id, 0, 1).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchMembership(id));
    }

    /** Returns who sees the scope's organisation from above, the nearest first. */
    public List<Overseer> overseers() {
        return jdbc.sql("select display_name, org_name, org_kind, role from sec.overseers()")
                .query((row, number) ->
                        new Overseer(
                                row.getString("display_name"),
                                row.getString("org_name"),
                                OrgKind.valueOf(row.getString("org_kind")),
                                Role.valueOf(row.getString("role"))))
                .list();
    }

    /**
     * Returns who of the region has this address, if it is exactly one person. The address decides
     * without regard to capitals.
     */
    public Optional<Known> known(String email) {
        var found =
                jdbc.sql("select id, display_name from sec.account_by_email(?)")
                        .param(email.strip())
                        .query((row, number) ->
                                new Known(
                                        new AccountId(row.getObject("id", UUID.class)),
                                        row.getString("display_name")))
                        .list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private List<Membership> rows(Filter filter, @Nullable MembershipId id, int offset, int limit) {
        return jdbc.sql(
                        """
                        select * from sec.members(cast(:org as uuid), :role, :name, :state, cast(:id as uuid), :offset, :limit)\
                        """)
                .param("org", filter.org() == null ? null : filter.org().value())
                .param("role", filter.role() == null ? null : filter.role().name())
                .param("name", filter.name().isBlank() ? null : filter.name().strip())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("id", id == null ? null : id.value())
                .param("offset", offset)
                .param("limit", limit)
                .query(MemberList::row)
                .list();
    }

    private static Membership row(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Membership(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("display_name"),
                row.getString("email"),
                row.getObject("last_seen_on", LocalDate.class),
                row.getObject("org_id", UUID.class),
                OrgKind.valueOf(row.getString("org_kind")),
                row.getString("org_name"),
                Role.valueOf(row.getString("role")),
                Nature.valueOf(row.getString("nature")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                ended == null ? null : ended.toInstant(),
                text(row, "order_number"),
                row.getObject("order_date", LocalDate.class),
                text(row, "given_by_name"),
                row.getObject("given_from", UUID.class),
                text(row, "on_behalf_of_name"),
                texts(row.getArray("permissions")),
                text(row, "ended_by_name"),
                row.getLong("total"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Set<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }
}
