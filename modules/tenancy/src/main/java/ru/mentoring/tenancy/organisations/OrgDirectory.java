package ru.mentoring.tenancy.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.NoSuchOrg;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.OrgView;

/**
 * The directory of the scope's region, on any day: lists to search in, and what is known of one
 * organisation. It holds no personal data, so that everybody of a region may look anything up.
 */
@Component
@Transactional(readOnly = true)
public class OrgDirectory {

    /** Whether schools on the list of participating schools are wanted, or the others (BR13). */
    public enum Participation {
        LISTED,
        NOT_LISTED
    }

    /**
     * Which part of the directory is wanted; what is empty wants everything.
     *
     * @param text a part of the code, or of the present name or any earlier one
     * @param within an organisation: it and what stands below it
     */
    public record Filter(
            String text,
            @Nullable OrgKind kind,
            @Nullable OrgId within,
            @Nullable Participation participation) {}

    /**
     * One organisation in a list, as it was on the day asked for.
     *
     * @param earlierName another name under which it was found, if it was found by that only
     * @param place the name of what it stood below
     * @param schools how many schools stood below it
     * @param listedSchools how many of these were on the list of participating schools
     * @param total how many lines the whole list has
     */
    public record Line(
            UUID id,
            OrgKind kind,
            String code,
            String name,
            @Nullable String earlierName,
            boolean small,
            boolean listed,
            @Nullable UUID placeId,
            @Nullable String place,
            int schools,
            int listedSchools,
            long total) {}

    /** What can happen to an organisation, in the order in which it is told within a day. */
    public enum What {
        OPENED,
        CARRIES_ON,
        PLACED,
        RENAMED,
        LISTED,
        DELISTED,
        SUCCEEDED,
        CLOSED
    }

    /**
     * Something that happened to an organisation.
     *
     * @param other below or with which organisation, if one has to do with it
     * @param otherName what that one was called on the day
     * @param text the name that it got, or the number of the order that listed it
     */
    public record Happening(
            LocalDate day,
            What what,
            @Nullable UUID other,
            @Nullable String otherName,
            @Nullable String text) {}

    private static final String LIST =
            """
            with found as materialized (select * from sec.directory(cast(:day as date))),
            named as materialized (select n.org_id, n.name, n.full_name, n.valid from sec.names() n where :text <> ''),
            edge as materialized (select * from sec.edges(cast(:day as date))),
            counted as (
                select e.ancestor_id, count(*) as schools, count(*) filter (where f.listed) as listed
                from edge e join found f on f.id = e.org_id and f.kind = 'SCHOOL'
                where e.distance > 0 group by e.ancestor_id)
            select f.id, f.kind, f.code, f.name, f.small, f.listed, f.parent_id, p.name as place,
                coalesce(c.schools, 0) as schools, coalesce(c.listed, 0) as listed_schools,
                case when not %1$s then (
                    select n.name from named n where n.org_id = f.id and n.name <> f.name and %2$s
                    order by n.valid desc limit 1) end as earlier_name,
                count(*) over () as total
            from found f
            left join found p on p.id = f.parent_id
            left join counted c on c.ancestor_id = f.id
            where (cast(:kind as text) is null or f.kind = :kind)
              and (cast(:within as uuid) is null
                   or exists (select 1 from edge e where e.org_id = f.id and e.ancestor_id = cast(:within as uuid)))
              and (cast(:listed as boolean) is null or (f.kind = 'SCHOOL' and f.listed = :listed))
              and (:text = '' or %1$s or exists (select 1 from named n where n.org_id = f.id and %2$s))
            order by f.name, f.code, f.id offset :offset limit :limit\
            """
                    .formatted(
                            "(%s or %s or %s)"
                                    .formatted(
                                            holds("f.name"), holds("f.full_name"), holds("f.code")),
                            "(%s or %s)".formatted(holds("n.name"), holds("n.full_name")));

    private final JdbcClient jdbc;
    private final Clock clock;

    OrgDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Says in SQL that a column holds the text that is looked for, capitals and ё disregarded. */
    private static String holds(String column) {
        return "position(:text in translate(lower(%s), 'ё', 'е')) > 0".formatted(column);
    }

    /** Today, as the clock of the installation has it. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Returns the tree of the region as it stood on a day, or will stand as far as is known. */
    public TreeOnDay tree(LocalDate day) {
        return new TreeOnDay(day, Directory.on(jdbc, day));
    }

    /** Returns a part of the list of the organisations that existed on a day, by name. */
    public List<Line> list(Filter filter, LocalDate day, int offset, int limit) {
        return jdbc.sql(LIST)
                .param("day", day)
                .param("text", comparable(filter.text()))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("within", filter.within() == null ? null : filter.within().value())
                .param(
                        "listed",
                        filter.participation() == null
                                ? null
                                : filter.participation() == Participation.LISTED)
                .param("offset", offset)
                .param("limit", limit)
                .query(OrgDirectory::line)
                .list();
    }

    private static String comparable(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /**
     * Returns an organisation as it is today, or was at its end.
     *
     * @throws NoSuchOrg if the region never had one with this id
     */
    public OrgView organisation(OrgId org) {
        return jdbc.sql("select %s from sec.organisation(?)".formatted(Directory.COLUMNS))
                .param(org.value())
                .query(Directory::view)
                .optional()
                .orElseThrow(() -> new NoSuchOrg(org));
    }

    /** Returns what has happened to an organisation, the latest first. */
    public List<Happening> past(OrgId org) {
        return jdbc
                .sql(
                        """
                        select p.on_day, p.what, p.other_id, p.name, n.name as other_name
                        from sec.past(?) p
                        left join sec.names() n on n.org_id = p.other_id and n.valid @> p.on_day\
                        """)
                .param(org.value())
                .query((row, number) ->
                        new Happening(
                                row.getObject("on_day", LocalDate.class),
                                What.valueOf(row.getString("what")),
                                row.getObject("other_id", UUID.class),
                                row.getString("other_name"),
                                row.getString("name")))
                .list()
                .stream()
                .sorted(
                        java.util.Comparator.comparing(Happening::day)
                                .thenComparing(Happening::what)
                                .reversed())
                .toList();
    }

    /** Says whether an organisation is the scope's own or stands below it today. */
    public boolean isOurs(TreeOnDay today, OrgId org) {
        return today.isWithin(org, CurrentScope.get().org());
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                OrgKind.valueOf(row.getString("kind")),
                row.getString("code"),
                row.getString("name"),
                row.getString("earlier_name"),
                row.getBoolean("small"),
                row.getBoolean("listed"),
                row.getObject("parent_id", UUID.class),
                row.getString("place"),
                row.getInt("schools"),
                row.getInt("listed_schools"),
                row.getLong("total"));
    }
}
