package ru.mentoring.tenancy.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as it is stored.
 *
 * @param account who acted; nothing for the system
 * @param onBehalfOf the account for which a deputy or substitute acted
 * @param fields names of what changed, with spaces between
 */
record TrailEntry(
        UUID region,
        UUID org,
        UUID id,
        Instant at,
        @Nullable UUID account,
        @Nullable UUID onBehalfOf,
        @Nullable UUID assignment,
        String role,
        String action,
        String objectType,
        UUID object,
        String fields,
        String result,
        @Nullable String request,
        @Nullable String address) {

    static final String DONE = "DONE";
    static final String REFUSED = "REFUSED";

    /** The columns that {@link #read} wants, without the names under which it wants them. */
    static final String COLUMNS =
            """
            region_id, org_id, id, at, account_id, on_behalf_of, assignment_id, role, action, object_type, object_id, fields, \
            result, request_id, address\
            """;

    /** Reads the columns in the order of {@link #COLUMNS}, the first of them at a position. */
    static TrailEntry read(ResultSet row, int first) throws SQLException {
        return new TrailEntry(
                uuid(row, first),
                uuid(row, first + 1),
                uuid(row, first + 2),
                row.getTimestamp(first + 3).toInstant(),
                row.getObject(first + 4, UUID.class),
                row.getObject(first + 5, UUID.class),
                row.getObject(first + 6, UUID.class),
                row.getString(first + 7),
                row.getString(first + 8),
                row.getString(first + 9),
                uuid(row, first + 10),
                row.getString(first + 11),
                row.getString(first + 12),
                row.getString(first + 13),
                row.getString(first + 14));
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    /**
     * Returns the entry at its place of the chain as the one text that is hashed: JSON with all its
     * properties, always in the same order and without spaces. Once used it never changes; what is
     * added later gets another version in front.
     */
    String canonical(long seq) {
        var json = new StringBuilder(512).append("{\"v\":1,\"seq\":").append(seq);
        json.append(",\"micros\":").append(micros());
        property(json, "region", region);
        property(json, "org", org);
        property(json, "id", id);
        property(json, "account", account);
        property(json, "onBehalfOf", onBehalfOf);
        property(json, "assignment", assignment);
        property(json, "role", role);
        property(json, "action", action);
        property(json, "objectType", objectType);
        property(json, "object", object);
        property(json, "fields", fields);
        property(json, "result", result);
        property(json, "request", request);
        property(json, "address", address);
        return json.append('}').toString();
    }

    /** The database keeps microseconds. */
    private long micros() {
        return at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000;
    }

    private static void property(StringBuilder json, String name, @Nullable Object value) {
        json.append(",\"").append(name).append("\":");
        if (value == null) {
            json.append("null");
            return;
        }
        json.append('"');
        var text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '"' || one == '\\') {
                json.append('\\').append(one);
            } else if (one < ' ') {
                json.append("\\u%04x".formatted((int) one));
            } else {
                json.append(one);
            }
        }
        json.append('"');
    }
}
