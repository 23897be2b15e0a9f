package ru.mentoring.monitoring.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps back numbers of people so small that somebody could be recognised.
 *
 * <p>Applies to what one level shows about the organisations below it. One kept-back number among
 * its siblings could be found by subtracting the others from their sum, so the next smallest is
 * kept back with it.
 */
public final class SmallNumbers {

    /** The smallest number of people that is shown. */
    public static final int THRESHOLD = 5;

    private SmallNumbers() {}

    /** Returns the siblings' figures of one indicator in the same order, small ones kept back. */
    public static List<Figure> keepBack(List<Figure> siblings) {
        var result = new ArrayList<>(siblings);
        long hidden = 0;
        for (int i = 0; i < result.size(); i++) {
            if (isSmall(result.get(i))) {
                result.set(i, result.get(i).hide());
                hidden++;
            }
        }
        if (hidden == 1) {
            result.stream()
                    .filter(figure -> !figure.hidden() && figure.n() > 0)
                    .min(Comparator.comparingLong(Figure::n))
                    .ifPresent(next -> result.set(result.indexOf(next), next.hide()));
        }
        return List.copyOf(result);
    }

    private static boolean isSmall(Figure figure) {
        return figure.indicator().countsPeople() && figure.n() > 0 && figure.n() < THRESHOLD;
    }
}
