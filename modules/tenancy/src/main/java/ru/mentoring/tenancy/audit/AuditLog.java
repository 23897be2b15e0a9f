package ru.mentoring.tenancy.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the trail of the scope's organisation and of everything below it, the newest entry first.
 *
 * <p>A region's trail has millions of entries. So it is read in parts that begin after an entry
 * already seen, and nobody counts how many there are.
 */
@Component
@Transactional(readOnly = true)
public class AuditLog {

    /** How many entries one part has. */
    public static final int PART = 50;

    /** What somebody did, as coarsely as one may want to look for it. */
    public enum Nature {
        /** Something was changed. */
        CHANGE,
        /** Something was looked at or taken along as a file. */
        LOOK,
        /** Something was asked for and not allowed. */
        REFUSAL
    }

    /**
     * Which part of the trail is wanted; empty texts and nothing want everything.
     *
     * @param from the first moment
     * @param until the first moment that is no longer wanted
     * @param person part of the name of whoever acted
     * @param topic the first word of the action, such as {@code consent}
     * @param org part of the name of an organisation, or its whole code
     * @param object one object whose history is wanted
     * @param before an entry already seen, after which the part begins
     */
    public record Wanted(
            @Nullable Instant from,
            @Nullable Instant until,
            String person,
            String topic,
            @Nullable Nature nature,
            String org,
            @Nullable UUID object,
            @Nullable UUID before) {}

    /**
     * A part of the trail.
     *
     * @param further whether there are older entries
     */
    public record Part(List<AuditLine> lines, boolean further) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** Long before the first and long after the last entry that there can be. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the newest entries that are wanted, at most {@value #PART} of them. */
    public Part read(Wanted wanted) {
        var lines =
                jdbc.sql(
                                """
                                with found as materialized (
                                    select e.* from audit.entry e
                                    where e.at >= :from and e.at < :until
                                      and (cast(:before as uuid) is null or (e.at, e.id) < (
                                          select b.at, b.id from audit.entry b where b.id = cast(:before as uuid)))
                                      and (:topic = '' or split_part(e.action, '.', 1) = :topic)
                                      and (:nature = '' or :nature = case
                                          when e.result = 'REFUSED' then 'REFUSAL'
                                          when e.action like '%seen' or e.action like '%downloaded' then 'LOOK'
                                          else 'CHANGE' end)
                                      and (cast(:object as uuid) is null or e.object_id = cast(:object as uuid))
                                      and (:person = '' or e.account_id in (
                                          select m.account_id from sec.members(null, null, :person, null, null, 0, 100000) m))
                                      and (:org = '' or e.org_id in (
                                          select o.id from sec.organisations() o
                                          where position(lower(:org) in lower(o.name)) > 0 or lower(o.code) = lower(:org)))
                                    order by e.at desc, e.id desc limit :most
                                )
                                select f.id, f.at, f.account_id, f.role, f.action, f.object_type, f.object_id, f.fields, f.result, f.address,
                                    coalesce(sec.display_name(f.account_id), '') as actor,
                                    coalesce(sec.display_name(f.on_behalf_of), '') as behalf,
                                    coalesce((select o.name from sec.organisation(f.org_id) o), '') as org_name
                                from found f order by f.at desc, f.id desc\
                                """)
                        .param("from", moment(wanted.from(), EARLIEST))
                        .param("until", moment(wanted.until(), LATEST))
                        .param("before", wanted.before())
                        .param("topic", wanted.topic())
                        .param("nature", wanted.nature() == null ? "" : wanted.nature().name())
                        .param("object", wanted.object())
                        .param("person", wanted.person())
                        .param("org", wanted.org())
                        .param("most", PART + 1)
                        .query(AuditLog::line)
                        .list();
        return lines.size() > PART
                ? new Part(lines.subList(0, PART), true)
                : new Part(lines, false);
    }

    private static Timestamp moment(@Nullable Instant wanted, Instant otherwise) {
        return Timestamp.from(wanted == null ? otherwise : wanted);
    }

    private static AuditLine line(ResultSet row, int number) throws SQLException {
        var bySystem = row.getObject("account_id") == null;
        return new AuditLine(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                bySystem,
                row.getString("behalf"),
                bySystem ? List.of() : words(row.getString("role"), "\\+"),
                row.getString("org_name"),
                row.getString("action"),
                row.getString("object_type"),
                Objects.requireNonNull(row.getObject("object_id", UUID.class)),
                words(row.getString("fields"), " +"),
                TrailEntry.REFUSED.equals(row.getString("result")),
                row.getString("address"));
    }

    private static List<String> words(String text, String between) {
        return text.isBlank() ? List.of() : Arrays.asList(text.split(between));
    }
}
