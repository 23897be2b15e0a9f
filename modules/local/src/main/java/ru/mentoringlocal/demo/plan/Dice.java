package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Chance that can be repeated: the same seed and the same path give the same throws, whatever has
 * been thrown elsewhere before. So each school can be drawn alone, in any order and again.
 */
public final class Dice {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long origin;
    private final SplittableRandom random;

    private Dice(long origin) {
        this.origin = origin;
        this.random = new SplittableRandom(origin);
    }

    /** The dice of a demonstration. */
    public static Dice of(long seed) {
        return new Dice(seed);
    }

    /** Dice for a part of it, named by a path such as a region's and a school's code. */
    public Dice at(Object... path) {
        long hash = FNV_OFFSET ^ origin;
        for (var step : path) {
            var text = step.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * FNV_PRIME;
            }
            hash = (hash ^ '/') * FNV_PRIME;
        }
        return new Dice(hash);
    }

    /** A whole number between two bounds, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Says yes with the given probability. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number around 1 that is seldom further away than the given spread. */
    public double around(double spread) {
        return 1 + spread * (random.nextDouble() + random.nextDouble() - 1);
    }

    /** A number that is small more often than large, with the given mean. */
    public double uneven(double mean) {
        return mean * (0.25 + 0.75 * -Math.log(1 - random.nextDouble()));
    }

    /** Rounds up or down so that the mean over many throws is exact. */
    public int round(double amount) {
        var whole = (int) Math.floor(amount);
        return whole + (chance(amount - whole) ? 1 : 0);
    }

    public <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** All elements in another order. */
    public <T> List<T> shuffled(List<T> from) {
        var mixed = new ArrayList<>(from);
        for (int i = mixed.size() - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var moved = mixed.get(i);
            mixed.set(i, mixed.get(other));
            mixed.set(other, moved);
        }
        return mixed;
    }

    /** A day between two days, both included; the first one if the second lies before it. */
    public LocalDate day(LocalDate first, LocalDate last) {
        var days = ChronoUnit.DAYS.between(first, last);
        return days <= 0 ? first : first.plusDays(random.nextLong(days + 1));
    }

    /**
     * An identifier of version 7 whose time is the given day, so that rows of one school and year
     * lie side by side in an index as they would have in real life.
     */
    public UUID id(LocalDate day) {
        long millis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        long high = (millis << 16) | 0x7000L | (random.nextLong() & 0xFFFL);
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
