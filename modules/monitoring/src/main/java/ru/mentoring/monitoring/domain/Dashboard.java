package ru.mentoring.monitoring.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.tenancy.OrgView;

/**
 * Everything that one dashboard shows, read from prepared facts.
 *
 * @param asOf the day that the figures describe
 * @param computedAt when they were counted
 * @param series the official indicators of the years that were counted, oldest first
 * @param above the way back: organisations between the viewer and the unit, highest first
 */
public record Dashboard(
        Unit unit,
        int year,
        LocalDate asOf,
        Instant computedAt,
        Map<Indicator, List<Figure>> series,
        List<Unit> below,
        List<OrgView> above) {

    /** Whether the organisation was counted in this year. */
    public boolean counted() {
        return unit.figures().values().stream()
                .anyMatch(one -> one.standing() != Figure.Standing.NOT_COUNTED);
    }

    /** The organisations below in an order that does not change with their figures: by code. */
    public List<Unit> byCode() {
        return below.stream()
                .sorted(
                        Comparator.comparing((Unit one) -> one.org().kind())
                                .thenComparing(one -> one.org().code()))
                .toList();
    }

    /** How many organisations below stand under a light with an indicator. */
    public long count(Indicator indicator, Light light) {
        return below.stream().filter(one -> one.figure(indicator).light() == light).count();
    }

    /** How many schools have not sent their roadmap. */
    public long missingRoadmaps() {
        return missingRoadmaps(unit);
    }

    /** Those directly below in which schools have not sent their roadmap, most of them first. */
    public List<Unit> withoutRoadmap() {
        return below.stream()
                .filter(one -> missingRoadmaps(one) > 0)
                .sorted(
                        Comparator.comparingLong((Unit one) -> -missingRoadmaps(one))
                                .thenComparing(one -> one.org().name()))
                .toList();
    }

    private static long missingRoadmaps(Unit unit) {
        var sent = unit.figure(Indicator.ROADMAPS_SENT);
        Long total = sent.total();
        return total == null ? 0 : total - sent.n();
    }
}
