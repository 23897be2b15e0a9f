package ru.mentoring.monitoring.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.springframework.context.MessageSource;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.Dashboard;
import ru.mentoring.monitoring.domain.Figure;
import ru.mentoring.monitoring.domain.Unit;

/**
 * Writes a dashboard's table for spreadsheets: numbers, denominators and shares apart. What has not
 * been counted is empty, a number kept back is named so.
 *
 * <p>Fields stand between semicolons and shares have the decimal comma of the reader's language,
 * which is what a spreadsheet of that language opens without questions.
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
            text.append(SEPARATOR).append(cell(message("monitoring.table.share", name)));
        }
        text.append("\r\n");
        dashboard.below().forEach(unit -> row(unit, text));
        row(dashboard.unit(), text);
    }

    private void row(Unit unit, StringBuilder text) {
        text.append(cell(unit.org().name()));
        for (var indicator : Indicator.values()) {
            var figure = unit.figure(indicator);
            text.append(SEPARATOR).append(number(figure));
            text.append(SEPARATOR).append(figure.total() == null ? "" : figure.total());
            text.append(SEPARATOR).append(share(figure));
        }
        text.append("\r\n");
    }

    private String number(Figure figure) {
        return switch (figure.standing()) {
            case COUNTED, ALONE -> String.valueOf(figure.n());
            case KEPT_BACK -> cell(message("monitoring.hidden"));
            case NOT_COUNTED -> "";
        };
    }

    private String share(Figure figure) {
        if (!figure.hasShare()) {
            return "";
        }
        var format = new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(locale));
        return format.format(BigDecimal.valueOf(figure.shareTenths(), 1));
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
