package ru.mentoring.tenancy.search;

import java.util.List;
import java.util.OptionalInt;

/** Compares typed words with written ones. */
final class Spelling {

    /** How many errors are ever forgiven in one word. */
    static final int MOST_ERRORS = 2;

    private static final int BEGINNING = 1;
    private static final int ERROR = 10;
    private static final int FORGIVING_FROM = 4;
    private static final int MORE_FORGIVING_FROM = 8;
    private static final int NEVER = Integer.MAX_VALUE;

    private Spelling() {}

    /** Finds for each typed word a written one of its own, all together as near as possible. */
    static OptionalInt distance(List<String> typed, List<String> written, int errors) {
        if (typed.isEmpty() || typed.size() > written.size()) {
            return OptionalInt.empty();
        }
        var distances = new int[typed.size()][written.size()];
        for (int t = 0; t < distances.length; t++) {
            boolean fits = false;
            for (int w = 0; w < distances[t].length; w++) {
                distances[t][w] = distance(typed.get(t), written.get(w), errors);
                fits |= distances[t][w] < NEVER;
            }
            if (!fits) {
                return OptionalInt.empty();
            }
        }
        int least = assign(distances, 0, 0);
        return least == NEVER ? OptionalInt.empty() : OptionalInt.of(least);
    }

    /** Tries all ways; the words of a name are few. */
    private static int assign(int[][] distances, int typed, long taken) {
        if (typed == distances.length) {
            return 0;
        }
        int least = NEVER;
        for (int w = 0; w < Math.min(distances[typed].length, Long.SIZE); w++) {
            if (distances[typed][w] < NEVER && (taken & 1L << w) == 0) {
                int rest = assign(distances, typed + 1, taken | 1L << w);
                if (rest < NEVER) {
                    least = Math.min(least, distances[typed][w] + rest);
                }
            }
        }
        return least;
    }

    private static int distance(String typed, String written, int errors) {
        if (written.startsWith(typed)) {
            return typed.length() == written.length() ? 0 : BEGINNING;
        }
        int forgiven = Math.min(errors, forgiven(typed));
        return forgiven == 0 || written.length() < typed.length() - forgiven
                ? NEVER
                : mistyped(typed, written, forgiven);
    }

    private static int forgiven(String typed) {
        if (typed.length() < FORGIVING_FROM || typed.chars().anyMatch(Character::isDigit)) {
            return 0;
        }
        return typed.length() < MORE_FORGIVING_FROM ? 1 : MOST_ERRORS;
    }

    /**
     * Counts the letters that are missing, too many, wrong or exchanged with their neighbour, in
     * the written word or a beginning of it.
     */
    private static int mistyped(String typed, String written, int forgiven) {
        int columns = Math.min(written.length(), typed.length() + forgiven);
        var before = new int[columns + 1];
        var last = new int[columns + 1];
        var row = new int[columns + 1];
        for (int w = 0; w <= columns; w++) {
            last[w] = w;
        }
        for (int t = 1; t <= typed.length(); t++) {
            row[0] = t;
            int least = t;
            for (int w = 1; w <= columns; w++) {
                boolean same = typed.charAt(t - 1) == written.charAt(w - 1);
                int errors =
                        Math.min(last[w - 1] + (same ? 0 : 1), Math.min(last[w], row[w - 1]) + 1);
                if (t > 1
                        && w > 1
                        && typed.charAt(t - 1) == written.charAt(w - 2)
                        && typed.charAt(t - 2) == written.charAt(w - 1)) {
                    errors = Math.min(errors, before[w - 2] + 1);
                }
                row[w] = errors;
                least = Math.min(least, errors);
            }
            // An exchange looks back two rows, so that one row beyond the limit decides nothing
            // yet.
            if (least > forgiven + 1) {
                return NEVER;
            }
            var free = before;
            before = last;
            last = row;
            row = free;
        }
        int whole = columns == written.length() ? last[columns] : NEVER;
        int beginning = NEVER;
        for (int w = 0; w <= columns; w++) {
            beginning = Math.min(beginning, last[w]);
        }
        if (whole <= forgiven) {
            return whole * ERROR;
        }
        return beginning <= forgiven ? beginning * ERROR + BEGINNING : NEVER;
    }
}
