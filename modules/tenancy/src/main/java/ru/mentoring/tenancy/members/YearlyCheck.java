package ru.mentoring.tenancy.members;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.shared.Ids;
import ru.mentoring.shared.SchoolYear;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.MembersConfirmed;
import ru.mentoring.tenancy.MembersToConfirm;
import ru.mentoring.tenancy.OrgId;

/**
 * The yearly look through the list of those who have access: a school's director confirms by 20
 * September (TM4) that all of them still work there.
 */
@Component
public class YearlyCheck {

    /**
     * What a school was asked.
     *
     * @param year the calendar year in which the school year begins
     * @param due the last day in time
     * @param confirmedAt when the director confirmed, if they have
     */
    public record Asked(int year, LocalDate due, @Nullable Instant confirmedAt) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    YearlyCheck(JdbcClient jdbc, Audit audit, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The last day on which a school confirms its list in time. */
    static LocalDate due(SchoolYear year) {
        return LocalDate.of(year.startYear(), Month.SEPTEMBER, 20);
    }

    /**
     * Returns the schools at or below the scope that are still to be asked this year. One that
     * joined during the school year has just named its people and is asked the next time.
     */
    @Transactional(readOnly = true)
    public List<OrgId> toAsk(SchoolYear year) {
        return jdbc
                .sql(
                        """
                        select s.org_id from sec.schools_with_members() s
                        where s.since < :begin
                          and not exists (select 1 from tenancy.member_check c where c.org_id = s.org_id and c.year = :year)\
                        """)
                .param("begin", year.firstDay())
                .param("year", year.startYear())
                .query(UUID.class)
                .list()
                .stream()
                .map(OrgId::new)
                .toList();
    }

    /** Asks the school of the scope, unless it has been asked for that year already. */
    @Transactional
    public void ask(SchoolYear year) {
        var scope = CurrentScope.get();
        int asked =
                jdbc.sql(
                                """
                                insert into tenancy.member_check (region_id, id, org_id, year, due, asked_at)
                                values (:region, :id, :org, :year, :due, :now) on conflict do nothing\
                                """)
                        .param("region", scope.region().value())
                        .param("id", Ids.next())
                        .param("org", scope.org().value())
                        .param("year", year.startYear())
                        .param("due", due(year))
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        if (asked == 1) {
            publisher.publishEvent(
                    new MembersToConfirm(scope.region(), scope.org(), year.startYear(), due(year)));
        }
    }

    /** Returns what the school of the scope was asked last, if it ever was. */
    @Transactional(readOnly = true)
    public Optional<Asked> last() {
        return jdbc.sql(
                        """
                        select year, due, confirmed_at from tenancy.member_check where org_id = ? order by year desc limit 1\
                        """)
                .param(CurrentScope.get().org().value())
                .query((row, number) -> {
                    var confirmed = row.getTimestamp("confirmed_at");
                    return new Asked(
                            row.getInt("year"),
                            row.getObject("due", LocalDate.class),
                            confirmed == null ? null : confirmed.toInstant());
                })
                .optional();
    }

    /**
     * Confirms that everybody on the school's list still works there, for all years that wait for
     * it.
     *
     * @return whether anything waited for it
     * @throws ru.mentoring.tenancy.Forbidden if the person of the scope may not confirm
     */
    @Transactional
    public boolean confirm() {
        var scope = CurrentScope.get();
        scope.demand("member.confirm");
        var years =
                jdbc.sql(
                                """
                                update tenancy.member_check set confirmed_by = :who, confirmed_at = :now, version = version + 1
                                where org_id = :org and confirmed_at is null returning year\
                                """)
                        .param("who", scope.actor().orElseThrow().value())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("org", scope.org().value())
                        .query(Integer.class)
                        .list();
        if (years.isEmpty()) {
            return false;
        }
        audit.record("member.list-confirmed", "organisation", scope.org().value());
        years.forEach(year ->
                publisher.publishEvent(new MembersConfirmed(scope.region(), scope.org(), year)));
        return true;
    }
}
