package ru.mentoring.monitoring.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mentoring.monitoring.domain.Figure;

/**
 * The line of an indicator over several years as a drawing of 180 by 58 units: targets as steps,
 * facts as a line. The last year stands at the right end, whatever their number.
 *
 * @param steps path of the targets
 * @param line points of the facts
 */
public record Trend(String steps, String line, List<Dot> dots, List<Year> years) {

    private static final int WIDTH = 180;
    private static final int STEP = 36;
    private static final int HALF_STEP = 14;
    private static final double TOP = 6;
    private static final double HEIGHT = 36;

    /** A fact in the drawing. */
    public record Dot(String x, String y, boolean last) {}

    /** A year below the drawing. */
    public record Year(String x, String label) {}

    /** Whether there is neither a target nor a fact to draw. */
    public boolean isEmpty() {
        return steps.isEmpty() && dots.isEmpty();
    }

    static Trend of(List<Figure> series) {
        double most = Math.max(1, series.stream().mapToDouble(Trend::highest).max().orElse(1));
        var steps = new StringBuilder();
        var dots = new ArrayList<Dot>();
        var years = new ArrayList<Year>();
        for (int i = 0; i < series.size(); i++) {
            var figure = series.get(i);
            int middle = WIDTH - STEP / 2 - (series.size() - 1 - i) * STEP;
            years.add(new Year(String.valueOf(middle), "%02d".formatted(figure.year() % 100)));
            Integer target = figure.targetTenths();
            if (target != null) {
                steps.append("M")
                        .append(middle - HALF_STEP)
                        .append(' ')
                        .append(y(target, most))
                        .append("h")
                        .append(2 * HALF_STEP);
            }
            if (figure.hasShare()) {
                dots.add(
                        new Dot(
                                String.valueOf(middle),
                                y(figure.shareTenths(), most),
                                i == series.size() - 1));
            }
        }
        var line =
                dots.stream().map(dot -> dot.x() + "," + dot.y()).collect(Collectors.joining(" "));
        return new Trend(steps.toString(), line, List.copyOf(dots), List.copyOf(years));
    }

    private static double highest(Figure figure) {
        @Nullable Integer target = figure.targetTenths();
        return Math.max(figure.hasShare() ? figure.shareTenths() : 0, target == null ? 0 : target);
    }

    private static String y(double tenths, double most) {
        return String.format(Locale.ROOT, "%.1f", TOP + HEIGHT * (1 - tenths / most));
    }
}
