package ru.mentoring.participants.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mentoring.participants.ImportId;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.domain.Registered.Outcome;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.CurrentScope;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables in which an uploaded file waits, row by row, until it is in the registers. */
@Component
class StagedFiles {

    /** A good row that is not entered yet. */
    record Waiting(UUID id, StagedPerson person) {}

    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<List<SheetReading>> READINGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    StagedFiles(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    Optional<ImportId> withContent(String sha256) {
        return jdbc.sql("select id from participants.import_file where sha256 = ?")
                .param(sha256)
                .query(UUID.class)
                .optional()
                .map(ImportId::new);
    }

    /** Opens a file; nothing is returned if somebody else has just opened the same one. */
    Optional<ImportId> open(String sha256, String fileName, Instant at) {
        var id = ImportId.next();
        var scope = CurrentScope.get();
        int rows =
                jdbc.sql(
                                """
                                insert into participants.import_file (region_id, id, org_id, version, sha256, file_name,
                                                                      state, columns, uploaded_at)
                                values (?, ?, ?, 0, ?, ?, 'PREVIEW', '[]', ?)
                                on conflict on constraint import_file_once do nothing
                                """)
                        .params(
                                scope.region().value(),
                                id.value(),
                                scope.org().value(),
                                sha256,
                                fileName,
                                Timestamp.from(at))
                        .update();
        return rows == 0 ? Optional.empty() : Optional.of(id);
    }

    void understood(ImportId file, List<SheetReading> readings) {
        jdbc.sql("update participants.import_file set columns = ?::jsonb where id = ?")
                .params(json.writeValueAsString(readings), file.value())
                .update();
    }

    void add(ImportId file, List<JudgedRow> rows) {
        var scope = CurrentScope.get();
        batches.batchUpdate(
                """
                insert into participants.import_row (region_id, id, org_id, version, file_id, sheet, sheet_name, line, side,
                                                     state, person, payload, faults)
                values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                """,
                rows,
                rows.size(),
                (statement, row) -> {
                    statement.setObject(1, scope.region().value());
                    statement.setObject(2, Ids.next());
                    statement.setObject(3, scope.org().value());
                    statement.setObject(4, file.value());
                    statement.setInt(5, row.sheet());
                    statement.setString(6, row.sheetName());
                    statement.setInt(7, row.line());
                    statement.setString(8, row.side().name());
                    statement.setString(9, row.good() ? "NEW" : "ERROR");
                    statement.setString(10, row.person());
                    statement.setString(
                            11, row.good() ? json.writeValueAsString(row.content()) : null);
                    statement.setString(
                            12, row.good() ? null : json.writeValueAsString(row.faults()));
                });
    }

    /** Returns good rows after the given one, in the order of the file. */
    List<Waiting> after(ImportId file, @Nullable UUID row, int limit) {
        return jdbc.sql(
                        """
                        select id, payload from participants.import_row
                        where file_id = :file and state = 'NEW' and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit
                        """)
                .param("file", file.value())
                .param("after", row, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((r, n) -> waiting(r.getObject(1, UUID.class), r.getString(2)))
                .list();
    }

    /** Takes rows that nobody else is entering just now; they stay ours until the commit. */
    List<Waiting> take(ImportId file, int limit) {
        return jdbc.sql(
                        """
                        select id, payload from participants.import_row
                        where file_id = ? and state = 'NEW'
                        order by sheet, line limit ? for update skip locked
                        """)
                .params(file.value(), limit)
                .query((r, n) -> waiting(r.getObject(1, UUID.class), r.getString(2)))
                .list();
    }

    private Waiting waiting(UUID id, String payload) {
        return new Waiting(id, json.readValue(payload, StagedPerson.class));
    }

    void foreseen(List<UUID> rows, List<Outcome> outcomes) {
        batches.batchUpdate(
                "update participants.import_row set forecast = ? where id = ?",
                java.util.stream.IntStream.range(0, rows.size())
                        .mapToObj(i -> new Object[] {outcomes.get(i).name(), rows.get(i)})
                        .toList());
    }

    /** Notes that rows are entered, and forgets what they said: it stands on the cards now. */
    void entered(List<UUID> rows, List<Outcome> outcomes) {
        batches.batchUpdate(
                "update participants.import_row set state = 'DONE', outcome = ?, payload = null where id = ?",
                java.util.stream.IntStream.range(0, rows.size())
                        .mapToObj(i -> new Object[] {outcomes.get(i).name(), rows.get(i)})
                        .toList());
    }

    void failed(UUID row, Fault fault) {
        jdbc.sql(
                        """
                        update participants.import_row set state = 'ERROR', faults = ?::jsonb, payload = null
                        where id = ? and state = 'NEW'
                        """)
                .params(json.writeValueAsString(List.of(fault)), row)
                .update();
    }

    /** Moves a file on; says whether it was in the state before. */
    boolean move(ImportId file, ImportFile.State from, ImportFile.State to, Instant at) {
        return jdbc.sql(
                                """
                                update participants.import_file
                                set state = :to, version = version + 1,
                                    confirmed_at = case when :to = 'RUNNING' then :at else confirmed_at end,
                                    finished_at = case when :to = 'DONE' then :at else finished_at end
                                where id = :file and state = :from
                                """)
                        .param("to", to.name())
                        .param("from", from.name())
                        .param("at", Timestamp.from(at))
                        .param("file", file.value())
                        .update()
                == 1;
    }

    boolean hasWaiting(ImportId file) {
        return jdbc.sql(
                        "select exists (select 1 from participants.import_row where file_id = ? and state = 'NEW')")
                .param(file.value())
                .query(Boolean.class)
                .single();
    }

    boolean discard(ImportId file) {
        return jdbc.sql("delete from participants.import_file where id = ? and state = 'PREVIEW'")
                        .param(file.value())
                        .update()
                == 1;
    }

    ImportFile file(ImportId id) {
        return jdbc.sql(
                        """
                        select file_name, state, columns, uploaded_at, confirmed_at, finished_at
                        from participants.import_file where id = ?
                        """)
                .param(id.value())
                .query((r, n) ->
                        new ImportFile(
                                id,
                                r.getString("file_name"),
                                ImportFile.State.valueOf(r.getString("state")),
                                json.readValue(r.getString("columns"), READINGS),
                                r.getTimestamp("uploaded_at").toInstant(),
                                instant(r.getTimestamp("confirmed_at")),
                                instant(r.getTimestamp("finished_at")),
                                counts(id)))
                .optional()
                .orElseThrow(() -> new NoSuchImport(id));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private ImportFile.Counts counts(ImportId id) {
        return jdbc.sql(
                        """
                        select count(*) as all,
                               count(*) filter (where state <> 'ERROR') as good,
                               count(*) filter (where state = 'ERROR') as broken,
                               count(*) filter (where state = 'DONE') as done,
                               count(*) filter (where side = 'MENTEE') as mentees,
                               count(*) filter (where side = 'MENTOR') as mentors,
                               count(*) filter (where coalesce(outcome, forecast) = 'CREATED' and state <> 'ERROR') as created,
                               count(*) filter (where coalesce(outcome, forecast) = 'UPDATED' and state <> 'ERROR') as updated,
                               count(*) filter (where coalesce(outcome, forecast) = 'UNCHANGED' and state <> 'ERROR') as unchanged
                        from participants.import_row where file_id = ?
                        """)
                .param(id.value())
                .query(ImportFile.Counts.class)
                .single();
    }

    List<BrokenRow> broken(ImportId id, int offset, int limit) {
        return jdbc.sql(
                        """
                        select sheet_name, line, side, person, faults
                        from participants.import_row
                        where file_id = :file and state = 'ERROR'
                        order by sheet, line offset :offset limit :limit
                        """)
                .param("file", id.value())
                .param("offset", offset)
                .param("limit", limit)
                .query((r, n) ->
                        new BrokenRow(
                                r.getString("sheet_name"),
                                r.getInt("line"),
                                Side.valueOf(r.getString("side")),
                                r.getString("person"),
                                json.readValue(r.getString("faults"), FAULTS)))
                .list();
    }

    /** The last uploads, latest first. */
    List<ImportFile> recent(int limit) {
        return jdbc
                .sql("select id from participants.import_file order by uploaded_at desc limit ?")
                .param(limit)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> file(new ImportId(id)))
                .toList();
    }
}
