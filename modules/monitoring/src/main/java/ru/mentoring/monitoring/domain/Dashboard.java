package ru.mentoring.monitoring.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.tenancy.OrgView;

/**
 * Everything that one dashboard shows, read from prepared facts.
 *
 * @param asOf the day that the figures describe
 * @param computedAt when they were counted
 * @param series the official indicators of several years, oldest first
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

    /** How many organisations below stand under a light with an indicator. */
    public long count(Indicator indicator, Light light) {
        return below.stream().filter(one -> one.figure(indicator).light() == light).count();
    }

    /** Schools that have not sent their roadmap, among those directly below. */
    public List<Unit> withoutRoadmap() {
        return below.stream()
                .filter(one -> {
                    var sent = one.figure(Indicator.ROADMAPS_SENT);
                    return sent.total() != null && sent.n() < sent.total();
                })
                .toList();
    }
}
