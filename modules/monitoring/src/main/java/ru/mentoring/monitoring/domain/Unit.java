package ru.mentoring.monitoring.domain;

import java.util.List;
import java.util.Map;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.tenancy.OrgView;

/** An organisation with its figures of one year. */
public record Unit(OrgView org, Map<Indicator, Figure> figures) {

    public Figure figure(Indicator indicator) {
        var figure = figures.get(indicator);
        return figure == null ? Figure.notCounted(indicator, 0) : figure;
    }

    /** The official indicators, in their order. */
    public List<Figure> officials() {
        return Indicator.officials().stream().map(this::figure).toList();
    }
}
