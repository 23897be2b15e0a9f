package ru.mentoring.tenancy.orglist;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgKind;
import ru.mentoring.tenancy.orglist.ListPlacing.Entry;
import ru.mentoring.tenancy.orglist.ListPlacing.Known;
import ru.mentoring.tenancy.orglist.ListPlacing.Placed;
import ru.mentoring.tenancy.orglist.ListPlacing.Verdict;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables in which a list waits for its confirmation, and the steps by which it is opened. */
@Component
class StagedLists {

    /**
     * A row with its verdict, as it is stored.
     *
     * @param id the id that its organisation gets
     */
    record Judged(UUID id, ListRow row, @Nullable Placed placed) {

        Verdict verdict() {
            return placed == null ? Verdict.ERROR : placed.verdict();
        }

        List<ListFault> faults() {
            return placed == null
                    ? row.faults()
                    : placed.fault() == null ? List.of() : List.of(placed.fault());
        }
    }

    private static final TypeReference<List<ListFault>> FAULTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    StagedLists(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** The directory of the region as it is today, with what has ended or is yet to come. */
    List<Known> directory() {
        return jdbc.sql(
                        """
                        select o.id, o.kind, o.code, o.name, o.parent_id, d.opened_on
                        from sec.organisations() o left join sec.directory(current_date) d on d.id = o.id
                        where o.kind in ('REGION', 'DISTRICT', 'SCHOOL')\
                        """)
                .query((row, number) ->
                        new Known(
                                row.getObject("id", UUID.class),
                                OrgKind.valueOf(row.getString("kind")),
                                row.getString("code"),
                                row.getString("name"),
                                row.getObject("parent_id", UUID.class),
                                row.getObject("opened_on", LocalDate.class)))
                .list();
    }

    OrgListId open(String fileName, Instant at) {
        var id = Ids.next();
        var scope = CurrentScope.get();
        jdbc.sql(
                        """
                        insert into tenancy.org_list (region_id, id, org_id, version, file_name, state, uploaded_at)
                        values (?, ?, ?, 0, ?, 'PREVIEW', ?)\
                        """)
                .params(
                        scope.region().value(),
                        id,
                        scope.org().value(),
                        fileName,
                        Timestamp.from(at))
                .update();
        return new OrgListId(id);
    }

    void add(OrgListId list, List<Judged> rows) {
        var scope = CurrentScope.get();
        var place = new int[] {0};
        batches.batchUpdate(
                """
                insert into tenancy.org_list_row (region_id, id, org_id, version, list_id, place, sheet, line, label, kind, state,
                                                  payload, parent_id, since, faults)
                values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?::jsonb)\
                """,
                rows,
                500,
                (statement, row) -> {
                    var content = row.row().content();
                    var placed = row.placed();
                    statement.setObject(1, scope.region().value());
                    statement.setObject(2, row.id());
                    statement.setObject(3, scope.org().value());
                    statement.setObject(4, list.value());
                    statement.setInt(5, place[0]++);
                    statement.setString(6, row.row().sheet());
                    statement.setInt(7, row.row().line());
                    statement.setString(8, row.row().label());
                    statement.setString(9, content == null ? null : content.kind().name());
                    statement.setString(10, row.verdict().name());
                    statement.setString(
                            11, content == null ? null : json.writeValueAsString(content));
                    statement.setObject(12, placed == null ? null : placed.parent(), Types.OTHER);
                    statement.setDate(
                            13,
                            placed == null || placed.since() == null
                                    ? null
                                    : Date.valueOf(placed.since()));
                    statement.setString(
                            14,
                            row.faults().isEmpty() ? null : json.writeValueAsString(row.faults()));
                });
    }

    /** The rows that could be read, in their order. */
    List<Entry> readable(OrgListId list) {
        return jdbc.sql(
                        "select id, line, payload from tenancy.org_list_row where list_id = ? and payload is not null order by place")
                .param(list.value())
                .query((row, number) ->
                        new Entry(
                                row.getObject("id", UUID.class),
                                row.getInt("line"),
                                json.readValue(row.getString("payload"), ListedOrg.class)))
                .list();
    }

    /** Stores new verdicts; says how many are others than before. */
    int judgeAnew(List<Placed> verdicts) {
        int changed = 0;
        for (var counts :
                batches.batchUpdate(
                        """
                        update tenancy.org_list_row set state = ?, parent_id = ?, since = ?, faults = ?::jsonb, version = version + 1
                        where id = ? and (state, parent_id, since) is distinct from (?, ?, ?)\
                        """,
                        verdicts,
                        500,
                        (statement, placed) -> {
                            var since =
                                    placed.since() == null ? null : Date.valueOf(placed.since());
                            statement.setString(1, placed.verdict().name());
                            statement.setObject(2, placed.parent(), Types.OTHER);
                            statement.setDate(3, since);
                            statement.setString(
                                    4,
                                    placed.fault() == null
                                            ? null
                                            : json.writeValueAsString(List.of(placed.fault())));
                            statement.setObject(5, placed.id());
                            statement.setString(6, placed.verdict().name());
                            statement.setObject(7, placed.parent(), Types.OTHER);
                            statement.setDate(8, since);
                        })) {
            for (int count : counts) {
                changed += Math.max(0, count);
            }
        }
        return changed;
    }

    /** Opens the new organisations of one kind, in the order of the list. */
    void found(OrgListId list, OrgKind kind) {
        jdbc.sql(
                        """
                        select sec.found_org(r.id, r.kind, r.payload ->> 'code', r.payload ->> 'name', r.payload ->> 'fullName',
                            coalesce((r.payload -> 'facts' ->> 'small')::boolean, false), r.parent_id, r.since)
                        from (select * from tenancy.org_list_row
                              where list_id = ? and state = 'NEW' and kind = ? order by place) r\
                        """)
                .params(list.value(), kind.name())
                .query(row -> {});
    }

    /** Puts the new schools on the list of participating schools, order by order. */
    void enlist(OrgListId list) {
        jdbc.sql(
                        """
                        select sec.enlist(g.schools, g.since, g.number, g.day) from (
                            select array_agg(r.id) as schools, (r.payload ->> 'listedFrom')::date as since,
                                r.payload ->> 'orderNumber' as number, (r.payload ->> 'orderDate')::date as day
                            from tenancy.org_list_row r
                            where r.list_id = ? and r.state = 'NEW' and r.payload ->> 'listedFrom' is not null
                            group by 2, 3, 4) g\
                        """)
                .param(list.value())
                .query(row -> {});
    }

    /** Notes that the list is open, and forgets what its rows said: the directory knows it now. */
    void finish(OrgListId list, Instant at) {
        jdbc.sql(
                        "update tenancy.org_list_row set state = 'DONE', payload = null, version = version + 1 where list_id = ? and state = 'NEW'")
                .param(list.value())
                .update();
        jdbc.sql(
                        "update tenancy.org_list set state = 'DONE', opened_at = ?, version = version + 1 where id = ?")
                .params(Timestamp.from(at), list.value())
                .update();
    }

    boolean discard(OrgListId list) {
        return jdbc.sql("delete from tenancy.org_list where id = ? and state = 'PREVIEW'")
                        .param(list.value())
                        .update()
                == 1;
    }

    /** Keeps others from opening or discarding the list until the end of the transaction. */
    OrgList.State lock(OrgListId list) {
        return jdbc.sql("select state from tenancy.org_list where id = ? for update")
                .param(list.value())
                .query((row, number) -> OrgList.State.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NoSuchList(list));
    }

    OrgList one(OrgListId list) {
        return lists(list.value(), 1).stream().findFirst().orElseThrow(() -> new NoSuchList(list));
    }

    List<OrgList> recent(int limit) {
        return lists(null, limit);
    }

    private List<OrgList> lists(@Nullable UUID id, int limit) {
        return jdbc.sql(
                        """
                        select l.id, l.file_name, l.state, l.uploaded_at, l.opened_at, c.* from tenancy.org_list l,
                        lateral (select count(*) as total,
                                count(*) filter (where r.state in ('NEW', 'DONE') and r.kind = 'DISTRICT') as districts,
                                count(*) filter (where r.state in ('NEW', 'DONE') and r.kind = 'SCHOOL') as schools,
                                count(*) filter (where r.state = 'SAME') as same,
                                count(*) filter (where r.state = 'ERROR') as broken
                            from tenancy.org_list_row r where r.list_id = l.id) c
                        where (cast(:id as uuid) is null or l.id = cast(:id as uuid))
                        order by l.uploaded_at desc limit :limit\
                        """)
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> {
                    var opened = row.getTimestamp("opened_at");
                    return new OrgList(
                            new OrgListId(row.getObject("id", UUID.class)),
                            row.getString("file_name"),
                            OrgList.State.valueOf(row.getString("state")),
                            row.getTimestamp("uploaded_at").toInstant(),
                            opened == null ? null : opened.toInstant(),
                            new OrgList.Counts(
                                    row.getLong("total"),
                                    row.getLong("districts"),
                                    row.getLong("schools"),
                                    row.getLong("same"),
                                    row.getLong("broken")));
                })
                .list();
    }

    List<OrgList.Broken> broken(OrgListId list, int offset, int limit) {
        return jdbc.sql(
                        """
                        select sheet, line, label, faults from tenancy.org_list_row
                        where list_id = ? and state = 'ERROR' order by place offset ? limit ?\
                        """)
                .params(list.value(), offset, limit)
                .query((row, number) ->
                        new OrgList.Broken(
                                row.getString("sheet"),
                                row.getInt("line"),
                                row.getString("label"),
                                json.readValue(row.getString("faults"), FAULTS)))
                .list();
    }
}
