package ru.mentoring.tenancy.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Ground;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.organisations.OrgDirectory.Participation;

/**
 * The list of participating schools, which an order approves: before a school is on it nothing of
 * its data counts upward (BR13).
 */
@Component
public class ParticipationList {

    /** How many schools the longest list may have. */
    private static final int MOST = 10_000;

    /** Which part of the list is wanted; what is empty wants everything. */
    public record Filter(String text, @Nullable Participation participation) {}

    /**
     * A school with its last time on the list.
     *
     * @param place what the school stands below
     * @param listed whether it is on the list today
     * @param since first day of that time, if there was one
     * @param until first day on which it is off the list again, if that is known
     * @param order by which order it was put on the list
     * @param leftOrder by which order it was taken off
     * @param total how many lines the whole list has
     */
    public record Entry(
            UUID school,
            String code,
            String name,
            String place,
            boolean listed,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable Ground order,
            @Nullable Ground leftOrder,
            long total) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    ParticipationList(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns a part of the schools below the scope's organisation, by name. */
    @Transactional(readOnly = true)
    public List<Entry> read(Filter filter, int offset, int limit) {
        return jdbc.sql(
                        """
                        select p.*, count(*) over () as total from sec.participation(cast(:day as date), :org) p
                        where (cast(:listed as boolean) is null or p.listed = :listed)
                          and (:text = '' or position(:text in translate(lower(p.name || ' ' || p.code || ' ' || coalesce(p.place, '')), 'ё', 'е')) > 0)
                        order by p.name, p.code, p.org_id offset :offset limit :limit\
                        """)
                .param("day", LocalDate.now(clock))
                .param("org", CurrentScope.get().org().value())
                .param(
                        "listed",
                        filter.participation() == null
                                ? null
                                : filter.participation() == Participation.LISTED)
                .param("text", filter.text().strip().toLowerCase(Locale.ROOT).replace('ё', 'е'))
                .param("offset", offset)
                .param("limit", limit)
                .query(ParticipationList::entry)
                .list();
    }

    /** Returns all schools that a filter finds. */
    @Transactional(readOnly = true)
    public List<OrgId> all(Filter filter) {
        return read(filter, 0, MOST).stream().map(one -> new OrgId(one.school())).toList();
    }

    /**
     * Puts schools on the list from a day on. Those that are on it, or will be, stay as they are.
     *
     * @return how many were put on it
     * @throws ru.mentoring.tenancy.Forbidden if the person may not keep the list
     */
    @Transactional
    public int put(Collection<OrgId> schools, LocalDate since, Ground order) {
        return change("sec.enlist", "participation.listed", schools, since, order);
    }

    /**
     * Takes schools off the list from a day on. Those that are not on it stay as they are.
     *
     * @return how many were taken off
     * @throws ru.mentoring.tenancy.Forbidden if the person may not keep the list
     */
    @Transactional
    public int take(Collection<OrgId> schools, LocalDate day, Ground order) {
        return change("sec.delist", "participation.delisted", schools, day, order);
    }

    private int change(
            String function,
            String action,
            Collection<OrgId> schools,
            LocalDate day,
            Ground order) {
        CurrentScope.get().demand("organisation.enlist");
        var changed =
                jdbc.sql(
                                "select c from %s(cast(? as uuid[]), cast(? as date), ?, cast(? as date)) c"
                                        .formatted(function))
                        .params(
                                schools.stream().map(OrgId::value).toArray(UUID[]::new),
                                day,
                                order.orderNumber(),
                                order.orderDate())
                        .query(UUID.class)
                        .list();
        changed.forEach(school -> audit.record(action, "organisation", school));
        return changed.size();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        var place = row.getString("place");
        return new Entry(
                row.getObject("org_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                place == null ? "" : place,
                row.getBoolean("listed"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                ground(row, "order_number", "order_date"),
                ground(row, "left_order_number", "left_order_date"),
                row.getLong("total"));
    }

    /** Schools that were listed when the region was opened have no order. */
    private static @Nullable Ground ground(ResultSet row, String numberColumn, String dateColumn)
            throws SQLException {
        var number = row.getString(numberColumn);
        var date = row.getObject(dateColumn, LocalDate.class);
        return number == null || date == null ? null : new Ground(number, date);
    }
}
