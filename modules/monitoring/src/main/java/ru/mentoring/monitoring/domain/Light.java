package ru.mentoring.monitoring.domain;

import org.jspecify.annotations.Nullable;

/** Where a share stands against its target. */
public enum Light {
    /** At the target or above it. */
    ON_PLAN("ok"),
    /** At least four fifths of the target. */
    AT_RISK("warn"),
    /** Below four fifths of the target. */
    BEHIND("bad"),
    /** Without a denominator or a target there is nothing to compare. */
    NO_DATA("mute"),
    /** A number that is not compared with anything. */
    NONE("none");

    private static final int RISK_FIFTHS = 4;

    private final String kind;

    Light(String kind) {
        this.kind = kind;
    }

    /** The kind of tag and colour by which pages show it. */
    public String kind() {
        return kind;
    }

    /**
     * Compares a share with its target, exactly, in whole numbers.
     *
     * @param total the denominator, or null if nobody has entered it
     * @param targetTenths the target in tenths of a per cent, or null if there is none
     */
    public static Light of(long n, @Nullable Long total, @Nullable Integer targetTenths) {
        if (total == null || total == 0 || targetTenths == null) {
            return NO_DATA;
        }
        var reached = Math.multiplyExact(n, 1000L);
        var wanted = Math.multiplyExact((long) targetTenths, total);
        if (reached >= wanted) {
            return ON_PLAN;
        }
        return Math.multiplyExact(reached, 5L) >= Math.multiplyExact(wanted, (long) RISK_FIFTHS)
                ? AT_RISK
                : BEHIND;
    }
}
