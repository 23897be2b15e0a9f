package ru.mentoring.monitoring.domain;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Level;

/** The targets and denominators that an organisation keeps for itself. */
@Component
public class Norms {

    /**
     * What an organisation has entered for an indicator and a year.
     *
     * @param targetTenths in tenths of a per cent
     * @param source where the denominator comes from
     */
    public record Norm(
            Indicator indicator,
            @Nullable Integer targetTenths,
            @Nullable Long total,
            String source) {}

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Norms(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns the scope's own norms of a year, one for each official indicator that is a share at
     * its level.
     */
    @Transactional(readOnly = true)
    public List<Norm> of(int year) {
        var org = CurrentScope.get().org().value();
        var targets = new EnumMap<Indicator, Integer>(Indicator.class);
        jdbc.sql("select indicator, tenths from monitoring.target where org_id = ? and year = ?")
                .params(org, year)
                .query(row -> {
                    targets.put(Indicator.valueOf(row.getString(1)), row.getInt(2));
                });
        var totals = new EnumMap<Indicator, Map.Entry<Long, String>>(Indicator.class);
        jdbc.sql(
                        "select indicator, total, source from monitoring.denominator where org_id = ? and year = ?")
                .params(org, year)
                .query(row -> {
                    totals.put(
                            Indicator.valueOf(row.getString(1)),
                            Map.entry(row.getLong(2), row.getString(3)));
                });
        return Indicator.sharesAt(CurrentScope.get().level()).stream()
                .map(indicator -> {
                    var total = totals.get(indicator);
                    return new Norm(
                            indicator,
                            targets.get(indicator),
                            total == null ? null : total.getKey(),
                            total == null ? "" : total.getValue());
                })
                .toList();
    }

    /**
     * Keeps the norms of a year; an empty value removes what was there. Schools have denominators
     * only.
     */
    @Transactional
    public void keep(int year, List<Norm> norms) {
        var scope = CurrentScope.get();
        scope.demand("norm.write");
        for (var norm : norms) {
            if (!norm.indicator().hasShareAt(scope.level())) {
                throw new IllegalArgumentException(
                        "%s is no share at the level %s"
                                .formatted(norm.indicator(), scope.level()));
            }
            keepTotal(year, norm);
            if (scope.level() != Level.SCHOOL) {
                keepTarget(year, norm);
            }
        }
        audit.record(
                "norms.kept",
                "organisation",
                scope.org().value(),
                "targets",
                "denominators",
                String.valueOf(year));
    }

    private void keepTarget(int year, Norm norm) {
        var scope = CurrentScope.get();
        if (norm.targetTenths() == null) {
            jdbc.sql(
                            "delete from monitoring.target where org_id = ? and indicator = ? and year = ?")
                    .params(scope.org().value(), norm.indicator().name(), year)
                    .update();
            return;
        }
        jdbc.sql(
                        """
                        insert into monitoring.target (region_id, id, org_id, version, indicator, year, tenths)
                        values (?, ?, ?, 0, ?, ?, ?)
                        on conflict (region_id, org_id, indicator, year)
                        do update set tenths = excluded.tenths, version = target.version + 1\
                        """)
                .params(
                        scope.region().value(),
                        Ids.next(),
                        scope.org().value(),
                        norm.indicator().name(),
                        year,
                        norm.targetTenths())
                .update();
    }

    private void keepTotal(int year, Norm norm) {
        var scope = CurrentScope.get();
        if (norm.total() == null) {
            jdbc.sql(
                            "delete from monitoring.denominator where org_id = ? and indicator = ? and year = ?")
                    .params(scope.org().value(), norm.indicator().name(), year)
                    .update();
            return;
        }
        jdbc.sql(
                        """
                        insert into monitoring.denominator
                            (region_id, id, org_id, version, indicator, year, total, source, entered_at)
                        values (?, ?, ?, 0, ?, ?, ?, ?, ?)
                        on conflict (region_id, org_id, indicator, year)
                        do update set total = excluded.total, source = excluded.source, entered_at = excluded.entered_at,
                                      version = denominator.version + 1\
                        """)
                .params(
                        scope.region().value(),
                        Ids.next(),
                        scope.org().value(),
                        norm.indicator().name(),
                        year,
                        norm.total(),
                        norm.source(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Takes over the norms of the year before where this year has none. Returns how many were taken
     * over.
     */
    @Transactional
    public int copyFromYearBefore(int year) {
        var missing =
                of(year).stream()
                        .filter(norm -> norm.targetTenths() == null && norm.total() == null)
                        .map(Norm::indicator)
                        .toList();
        var before =
                of(year - 1).stream().filter(norm -> missing.contains(norm.indicator())).toList();
        var useful =
                before.stream()
                        .filter(norm -> norm.targetTenths() != null || norm.total() != null)
                        .toList();
        if (!useful.isEmpty()) {
            keep(year, useful);
        }
        return useful.size();
    }
}
