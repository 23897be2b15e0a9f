package ru.mentoring.monitoring.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.Dashboard;
import ru.mentoring.monitoring.domain.Figure;
import ru.mentoring.monitoring.domain.Unit;

/**
 * Writes a dashboard's table for spreadsheets: numbers and denominators apart, kept-back numbers
 * empty.
 */
class FigureTable {

    private static final String SEPARATOR = ";";

    private final MessageSource messages;
    private final Locale locale;

    FigureTable(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    void write(Dashboard dashboard, StringBuilder text) {
        text.append(cell(message("monitoring.table.unit")));
        for (var indicator : Indicator.values()) {
            var name = message("monitoring.indicator." + indicator);
            text.append(SEPARATOR).append(cell(message("monitoring.table.n", name)));
            text.append(SEPARATOR).append(cell(message("monitoring.table.total", name)));
        }
        text.append("\r\n");
        dashboard.below().forEach(unit -> row(unit, text));
        row(dashboard.unit(), text);
    }

    private static void row(Unit unit, StringBuilder text) {
        text.append(cell(unit.org().name()));
        for (var figure : List.of(Indicator.values()).stream().map(unit::figure).toList()) {
            text.append(SEPARATOR).append(figure.hidden() ? "" : figure.n());
            text.append(SEPARATOR).append(total(figure));
        }
        text.append("\r\n");
    }

    private static String total(Figure figure) {
        return figure.total() == null ? "" : String.valueOf(figure.total());
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    static String cell(String text) {
        var harmless = text.matches("(?s)^[\\s\"']*[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
