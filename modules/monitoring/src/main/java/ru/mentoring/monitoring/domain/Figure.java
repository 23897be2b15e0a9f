package ru.mentoring.monitoring.domain;

import org.jspecify.annotations.Nullable;
import ru.mentoring.monitoring.Indicator;

/**
 * One counted indicator of one organisation in one year.
 *
 * @param n how many, counted once each; 0 where nothing is known
 * @param total of how many; null where nobody has entered it, which is not the same as none
 * @param targetTenths what is to be reached, in tenths of a per cent; null where there is no target
 */
public record Figure(
        Indicator indicator,
        int year,
        Standing standing,
        long n,
        @Nullable Long total,
        @Nullable Integer targetTenths) {

    /** What is known of a number. */
    public enum Standing {
        /** It is known. */
        COUNTED,
        /** It is known and says something by itself: there is nothing to compare it with. */
        ALONE,
        /** It is kept back because so few people could be recognised. */
        KEPT_BACK,
        /** Nobody has counted it, which is not the same as 0. */
        NOT_COUNTED
    }

    /** Says of an organisation that it has not been counted. */
    static Figure notCounted(Indicator indicator, int year) {
        return new Figure(indicator, year, Standing.NOT_COUNTED, 0, null, null);
    }

    /** Where it stands against its target. */
    public Light light() {
        return switch (standing) {
            case COUNTED -> Light.of(n, total, targetTenths);
            case ALONE -> Light.NONE;
            case KEPT_BACK, NOT_COUNTED -> Light.NO_DATA;
        };
    }

    /** Whether the number is kept back. */
    public boolean hidden() {
        return standing == Standing.KEPT_BACK;
    }

    /** Whether there is a number to show. */
    public boolean known() {
        return standing == Standing.COUNTED || standing == Standing.ALONE;
    }

    /**
     * Whether there is a share to show; without a denominator there is only the number (never 0 %).
     */
    public boolean hasShare() {
        return known() && total != null && total > 0;
    }

    /**
     * The share in tenths of a per cent, rounded half up; only where there is one. A target that
     * has not been reached, and 100 % where somebody is missing, are never reached by rounding:
     * 79.96 % with a target of 80 % is 79.9 %.
     */
    public long shareTenths() {
        return share(10);
    }

    /** The share in full per cent, rounded like the tenths. */
    public long sharePercent() {
        return share(1);
    }

    /**
     * Rounds the share.
     *
     * @param steps how many steps one per cent has
     */
    private long share(int steps) {
        if (total == null || total == 0) {
            throw new IllegalStateException(
                    "There is no share of " + indicator + " without a denominator");
        }
        var exact = Math.multiplyExact(100L * steps, n);
        var nearest = (2 * exact + total) / (2L * total);
        var promisesAll = n < total && nearest >= 100L * steps;
        return promisesAll || promisesTarget(nearest, steps) ? exact / total : nearest;
    }

    private boolean promisesTarget(long rounded, int steps) {
        return targetTenths != null
                && Light.of(n, total, targetTenths) != Light.ON_PLAN
                && rounded * 10 >= (long) targetTenths * steps;
    }

    /** How many are missing to the target; 0 where it is reached or there is none. */
    public long missing() {
        if (!hasShare() || targetTenths == null || total == null) {
            return 0;
        }
        var wanted = Math.ceilDiv(Math.multiplyExact((long) targetTenths, (long) total), 1000L);
        return Math.max(0, wanted - n);
    }
}
