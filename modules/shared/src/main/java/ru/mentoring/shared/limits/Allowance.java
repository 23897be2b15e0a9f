package ru.mentoring.shared.limits;

import java.time.Duration;

/**
 * How often something may be done: all turns at once, or one after the other as they come back
 * evenly.
 *
 * @param name what is allowed, such as {@code api.read}; separates the turns of one key
 * @param turns how many turns there are at most
 * @param within how long it takes until all turns are back
 * @param together whether all replicas count together in the database, which costs a statement, or
 *     each counts for itself
 */
public record Allowance(String name, int turns, Duration within, boolean together) {

    public Allowance {
        if (turns < 1 || within.compareTo(Duration.ofNanos(1_000L * turns)) < 0) {
            throw new IllegalArgumentException(
                    "%s: at least one turn, at most one a microsecond".formatted(name));
        }
    }

    /** For what is rare and expensive: letters, exports, programs that call. */
    public static Allowance ofAllReplicas(String name, int turns, Duration within) {
        return new Allowance(name, turns, within, true);
    }

    /** For what is frequent and cheap: pages. */
    public static Allowance ofThisReplica(String name, int turns, Duration within) {
        return new Allowance(name, turns, within, false);
    }

    /** How long it takes until one turn comes back. */
    Duration step() {
        return within.dividedBy(turns);
    }
}
