package ru.mentoring.monitoring.domain;

import org.jspecify.annotations.Nullable;
import ru.mentoring.monitoring.Indicator;

/**
 * One counted indicator of one organisation in one year.
 *
 * @param n how many, counted once each
 * @param total of how many; null where nobody has entered it, which is not the same as none
 * @param targetTenths what is to be reached, in tenths of a per cent; null where there is no target
 * @param hidden whether the number is kept back because so few people could be recognised
 */
public record Figure(
        Indicator indicator,
        int year,
        long n,
        @Nullable Long total,
        @Nullable Integer targetTenths,
        boolean hidden) {

    public Light light() {
        return hidden ? Light.NO_DATA : Light.of(n, total, targetTenths);
    }

    /**
     * Whether there is a share to show; without a denominator there is only the number (never 0 %).
     */
    public boolean hasShare() {
        return !hidden && total != null && total > 0;
    }

    /** The share in tenths of a per cent, rounded to the nearest; only where there is one. */
    public long shareTenths() {
        if (total == null || total == 0) {
            throw new IllegalStateException(
                    "There is no share of " + indicator + " without a denominator");
        }
        return (2000L * n + total) / (2L * total);
    }

    /** How many are missing to the target; 0 where it is reached or there is none. */
    public long missing() {
        if (!hasShare() || targetTenths == null || total == null) {
            return 0;
        }
        var wanted = Math.ceilDiv(Math.multiplyExact((long) targetTenths, (long) total), 1000L);
        return Math.max(0, wanted - n);
    }

    /** The same figure with its number kept back. */
    Figure hide() {
        return new Figure(indicator, year, n, total, targetTenths, true);
    }
}
