package ru.mentoring.monitoring.domain;

import java.util.List;
import java.util.Map;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.tenancy.OrgView;

/** An organisation with its figures of one year. */
public record Unit(OrgView org, Map<Indicator, Figure> figures) {

    public Figure figure(Indicator indicator) {
        return figures.getOrDefault(indicator, new Figure(indicator, 0, 0, null, null, false));
    }

    /** The official indicators, in their order. */
    public List<Figure> officials() {
        return Indicator.officials().stream().map(this::figure).toList();
    }
}
