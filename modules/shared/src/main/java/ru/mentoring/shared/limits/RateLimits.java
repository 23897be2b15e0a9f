package ru.mentoring.shared.limits;

import java.time.Duration;

/** Counts how often somebody does something, and says when it is too often. */
public interface RateLimits {

    /**
     * Takes one turn of an allowance, if one is left.
     *
     * <p>To be called before any transaction of the request: a turn is taken even if what follows
     * fails.
     *
     * @param key who asks: the id of an assignment or a client, or part of a network address. Only
     *     its hash is stored
     * @return how long to wait until a turn is free; zero if one was taken
     * @throws IllegalStateException within a transaction
     */
    Duration take(Allowance allowance, String key);
}
