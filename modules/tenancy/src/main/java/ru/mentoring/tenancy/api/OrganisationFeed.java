package ru.mentoring.tenancy.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;

/** The organisations that a program sees: its own and those below it today, in the order of ids. */
@Component
@Transactional(readOnly = true)
class OrganisationFeed {

    /**
     * An organisation as programs read it.
     *
     * @param code short code, unique among the organisations of its kind in the region
     * @param parent the organisation directly above it today; none for the regional centre
     * @param small whether thresholds for small schools apply
     * @param listedFrom first day on the approved list of participating schools
     * @param listedTo last day on that list, if it has left it
     */
    record Organisation(
            UUID id,
            OrgKind kind,
            String code,
            String name,
            String fullName,
            @Nullable UUID parent,
            boolean small,
            @Nullable LocalDate listedFrom,
            @Nullable LocalDate listedTo) {}

    private static final String SEEN =
            """
            select o.id, o.kind, o.code, o.name, o.full_name, o.parent_id, o.small, o.listed_from, o.listed_to
            from sec.organisations() o
            where o.id in (select e.org_id from sec.edges(current_date) e where e.ancestor_id = :own)\
            """;

    private final JdbcClient jdbc;

    OrganisationFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns at most so many, from behind an id on; from the beginning if it is null. */
    List<Organisation> after(@Nullable UUID id, int limit) {
        return jdbc.sql(
                        SEEN
                                + " and (cast(:after as uuid) is null or o.id > cast(:after as uuid)) order by o.id limit :limit")
                .param("own", CurrentScope.get().org().value())
                .param("after", id)
                .param("limit", limit)
                .query(OrganisationFeed::organisation)
                .list();
    }

    /**
     * Returns one.
     *
     * @throws NoSuchOrg if the program does not see it
     */
    Organisation one(UUID id) {
        return jdbc.sql(SEEN + " and o.id = :id")
                .param("own", CurrentScope.get().org().value())
                .param("id", id)
                .query(OrganisationFeed::organisation)
                .optional()
                .orElseThrow(() -> new NoSuchOrg(new OrgId(id)));
    }

    private static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                OrgKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                row.getString("full_name"),
                row.getObject("parent_id", UUID.class),
                row.getBoolean("small"),
                row.getObject("listed_from", LocalDate.class),
                row.getObject("listed_to", LocalDate.class));
    }
}
