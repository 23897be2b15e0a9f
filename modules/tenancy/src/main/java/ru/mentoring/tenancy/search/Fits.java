package ru.mentoring.tenancy.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Chooses, out of all things of one kind, those that fit best. Typing errors are forgiven only if
 * nothing fits as typed. For so many things as one school has: all of them are compared.
 */
public final class Fits<T> {

    private record Fit<T>(int distance, T thing) {}

    private final Wanted wanted;
    private final List<Fit<T>> literal = new ArrayList<>();
    private final List<Fit<T>> similar = new ArrayList<>();

    public Fits(Wanted wanted) {
        this.wanted = wanted;
    }

    /** Looks at one thing under the text by which it may be found. */
    public void offer(String text, T thing) {
        var words = Words.of(text);
        wanted.distance(words, 0).ifPresent(distance -> literal.add(new Fit<>(distance, thing)));
        if (literal.isEmpty()) {
            wanted.distance(words, Spelling.MOST_ERRORS)
                    .ifPresent(distance -> similar.add(new Fit<>(distance, thing)));
        }
    }

    /** Returns the nearest; of those that are equally near, the ones that were offered first. */
    public Finds best(int most, Function<T, Found> shown) {
        var fits = literal.isEmpty() ? similar : literal;
        return new Finds(
                fits.stream()
                        .sorted(Comparator.comparingInt(Fit::distance))
                        .limit(most)
                        .map(fit -> shown.apply(fit.thing()))
                        .toList(),
                fits.size() > most,
                literal.isEmpty() && !similar.isEmpty());
    }
}
