package ru.mentoring.tenancy.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;

/** Reads what is stated of the scope's schools. */
@Component
@Transactional(readOnly = true)
public class Profiles {

    private static final String COLUMNS =
            "p.id, p.org_id, p.version, p.start_year, p.state, p.small, p.rural, p.remote, p.pupils_under_10,"
                    + " p.pupils_10_14, p.pupils_15_19, p.teachers, p.young_teachers, p.proposed_at, p.decided_at, p.remark";

    /** The schools below an organisation today, each with what is stated of it for a year. */
    private static final String SCHOOLS =
            """
            select o.id as school_id, o.name, o.code, o.parent_id, coalesce(a.name, '') as above, %s,
                coalesce(p.state, 'MISSING') as part
            from sec.organisations() o
            join sec.edges(current_date) e on e.org_id = o.id and e.ancestor_id = :scope
            left join sec.organisations() a on a.id = o.parent_id
            left join lateral (select p.* from tenancy.profile p
                               where p.org_id = o.id and p.start_year = :year and p.state <> 'REPLACED'
                               order by p.state = 'CONFIRMED' limit 1) p on true
            where o.kind = 'SCHOOL'\
            """
                    .formatted(COLUMNS);

    /** How far the facts of a school have come for a year. */
    public enum Part {
        /** Nothing is stated. */
        MISSING,
        /** Something waits for the centre. */
        PROPOSED,
        /** The centre wants something changed. */
        RETURNED,
        /** Something holds, and nothing waits. */
        CONFIRMED
    }

    /**
     * What is wanted of the list.
     *
     * @param above the district whose schools are wanted, or nothing for all
     * @param name a part of the name or the code, or empty
     */
    public record Filter(int startYear, @Nullable Part part, @Nullable UUID above, String name) {}

    /** How many schools there are in each part of the list, whatever else is wanted. */
    public record Count(long all, long missing, long proposed, long returned, long confirmed) {}

    private final JdbcClient jdbc;
    private final OrgTree tree;

    Profiles(JdbcClient jdbc, OrgTree tree) {
        this.jdbc = jdbc;
        this.tree = tree;
    }

    /** Returns a part of the list of schools, by name. */
    public List<ProfileRow> read(Filter filter, int offset, int limit) {
        return jdbc.sql(
                        """
                        select s.*, count(*) over () as total from (%s) s
                        where (:part = '' or s.part = :part)
                          and (cast(:above as uuid) is null or s.parent_id = cast(:above as uuid))
                          and (:name = '' or position(lower(:name) in lower(s.name || ' ' || s.code)) > 0)
                        order by s.name, s.school_id offset :offset limit :limit\
                        """
                                .formatted(SCHOOLS))
                .param("scope", CurrentScope.get().org().value())
                .param("year", filter.startYear())
                .param("part", filter.part() == null ? "" : filter.part().name())
                .param("above", filter.above())
                .param("name", filter.name().strip())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) ->
                        new ProfileRow(
                                new OrgId(row.getObject("school_id", UUID.class)),
                                row.getString("name"),
                                row.getString("above"),
                                row.getObject("id") == null ? null : profile(row),
                                row.getLong("total")))
                .list();
    }

    /** Counts the schools by how far their facts have come. */
    public Count count(int startYear) {
        return jdbc.sql(
                        """
                        select count(*) as all, count(*) filter (where s.part = 'MISSING') as missing,
                            count(*) filter (where s.part = 'PROPOSED') as proposed,
                            count(*) filter (where s.part = 'RETURNED') as returned,
                            count(*) filter (where s.part = 'CONFIRMED') as confirmed
                        from (%s) s\
                        """
                                .formatted(SCHOOLS))
                .param("scope", CurrentScope.get().org().value())
                .param("year", startYear)
                .query(Count.class)
                .single();
    }

    /**
     * Returns a school at or below the scope.
     *
     * @throws NoSuchOrg if there is none
     */
    public OrgView school(OrgId school) {
        var found = tree.organisation(school);
        boolean within =
                jdbc.sql(
                                "select exists (select 1 from sec.edges(current_date) e where e.org_id = ? and e.ancestor_id = ?)")
                        .params(school.value(), CurrentScope.get().org().value())
                        .query(Boolean.class)
                        .single();
        if (found.kind() != OrgKind.SCHOOL || !within) {
            throw new NoSuchOrg(school);
        }
        return found;
    }

    /** Returns everything that was ever stated of a school, the latest years first. */
    public List<Profile> of(OrgId school) {
        return jdbc.sql(
                        """
                        select %s from tenancy.profile p where p.org_id = ?
                        order by p.start_year desc, p.state in ('PROPOSED', 'RETURNED') desc, p.state, p.proposed_at desc, p.id\
                        """
                                .formatted(COLUMNS))
                .param(school.value())
                .query((row, number) -> profile(row))
                .list();
    }

    /**
     * Returns one statement.
     *
     * @throws NoSuchProfile if the scope reaches none with this id
     */
    public Profile one(UUID id) {
        return jdbc.sql("select %s from tenancy.profile p where p.id = ?".formatted(COLUMNS))
                .param(id)
                .query((row, number) -> profile(row))
                .optional()
                .orElseThrow(() -> new NoSuchProfile(id));
    }

    /** Returns what holds for a school in a year. */
    public Optional<Profile> confirmed(OrgId school, int startYear) {
        return of(school).stream()
                .filter(one ->
                        one.startYear() == startYear && one.state() == Profile.State.CONFIRMED)
                .findFirst();
    }

    /** Returns what waits for the centre or the district for a school and a year. */
    public Optional<Profile> open(OrgId school, int startYear) {
        return of(school).stream()
                .filter(one -> one.startYear() == startYear && one.open())
                .findFirst();
    }

    /**
     * Returns from what a new statement starts: what is stated for the year, else the properties of
     * the last year that has any, without its numbers.
     */
    public SchoolFacts startFor(OrgView school, int startYear) {
        return open(school.id(), startYear)
                .or(() -> confirmed(school.id(), startYear))
                .map(Profile::facts)
                .orElseGet(() ->
                        of(school.id()).stream()
                                .filter(one ->
                                        one.state() == Profile.State.CONFIRMED
                                                && one.startYear() < startYear)
                                .findFirst()
                                .map(one -> one.facts().withoutNumbers())
                                .orElseGet(() -> SchoolFacts.unknown(school.small())));
    }

    private static Profile profile(ResultSet row) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new Profile(
                row.getObject("id", UUID.class),
                new OrgId(row.getObject("org_id", UUID.class)),
                row.getInt("version"),
                row.getInt("start_year"),
                Profile.State.valueOf(row.getString("state")),
                new SchoolFacts(
                        row.getBoolean("small"),
                        row.getBoolean("rural"),
                        row.getBoolean("remote"),
                        number(row, "pupils_under_10"),
                        number(row, "pupils_10_14"),
                        number(row, "pupils_15_19"),
                        number(row, "teachers"),
                        number(row, "young_teachers")),
                row.getTimestamp("proposed_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("remark"));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
