package ru.mentoring.monitoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ru.mentoring.monitoring.domain.SmallNumbers.Cell;

/** Check DAT-07: no sum or difference of what is shown leads to a small number. */
class SmallNumbersTests {

    private final UUID region = UUID.randomUUID();

    private Cell region(long n) {
        return new Cell(region, null, n, null);
    }

    private static Cell below(UUID parent, long n) {
        return new Cell(UUID.randomUUID(), parent, n, null);
    }

    private List<Long> hidden(Cell... cells) {
        var kept = SmallNumbers.keptBack(List.of(cells), Set.of());
        return List.of(cells).stream()
                .filter(cell -> kept.contains(cell.org()))
                .map(Cell::n)
                .sorted()
                .toList();
    }

    @Test
    void showsEverythingThatIsLargeAndZeros() {
        assertThat(hidden(region(12), below(region, 5), below(region, 7), below(region, 0)))
                .isEmpty();
    }

    @Test
    void keepsTheNextSmallestBackWithASingleSmallNumber() {
        assertThat(hidden(region(49), below(region, 4), below(region, 15), below(region, 30)))
                .containsExactly(4L, 15L);
    }

    /** Two numbers of 1: their sum of 2 would tell them both. */
    @Test
    void keepsOneMoreBackWhenTheHiddenOnesTogetherAreStillSmall() {
        assertThat(
                        hidden(
                                region(32),
                                below(region, 1),
                                below(region, 1),
                                below(region, 10),
                                below(region, 20)))
                .containsExactly(1L, 1L, 10L);
    }

    /** Five numbers of 1: nobody is 0, so their sum of 5 would tell them all. */
    @Test
    void keepsOneMoreBackWhenEachHiddenOneMustBeOne() {
        var cells = new ArrayList<>(List.of(region(25), below(region, 20)));
        for (int i = 0; i < 5; i++) {
            cells.add(below(region, 1));
        }
        assertThat(hidden(cells.toArray(Cell[]::new))).contains(20L);
    }

    @Test
    void showsTwoHiddenNumbersWhoseSumSaysNothing() {
        assertThat(hidden(region(27), below(region, 3), below(region, 4), below(region, 20)))
                .containsExactly(3L, 4L);
    }

    @Test
    void keepsTheSumBackWhereNothingElseCanBe() {
        assertThat(hidden(region(3), below(region, 3))).containsExactly(3L, 3L);
        assertThat(hidden(region(5), below(region, 3), below(region, 2)))
                .containsExactly(2L, 3L, 5L);
    }

    /** A hidden district must not come out as the sum of its shown schools. */
    @Test
    void keepsASchoolBackWithADistrictThatIsHiddenForTheSakeOfAnother() {
        var small = below(region, 3);
        var large = below(region, 40);
        var cells =
                List.of(
                        region(43),
                        small,
                        large,
                        below(small.org(), 3),
                        below(large.org(), 18),
                        below(large.org(), 22));

        assertThat(hidden(cells.toArray(Cell[]::new))).containsExactly(3L, 3L, 18L, 40L);
        assertThat(derivable(cells, SmallNumbers.keptBack(cells, Set.of()), Cell::n)).isEmpty();
    }

    @Test
    void keepsBothNumbersOfAShareBack() {
        var cells =
                List.of(
                        new Cell(region, null, 33L, 60L),
                        new Cell(UUID.randomUUID(), region, 0L, 4L),
                        new Cell(UUID.randomUUID(), region, 13L, 26L),
                        new Cell(UUID.randomUUID(), region, 20L, 30L));
        var kept = SmallNumbers.keptBack(cells, Set.of());

        assertThat(kept).containsExactlyInAnyOrder(cells.get(1).org(), cells.get(2).org());
    }

    /** 37 of 40 tells that three have no consent, though neither number is small. */
    @Test
    void keepsAShareBackWhoseRestIsSmall() {
        var cells =
                List.of(
                        new Cell(region, null, 87L, 100L),
                        new Cell(UUID.randomUUID(), region, 37L, 40L),
                        new Cell(UUID.randomUUID(), region, 20L, 20L),
                        new Cell(UUID.randomUUID(), region, 30L, 40L));
        var kept = SmallNumbers.keptBack(cells, Set.of());

        assertThat(kept).containsExactlyInAnyOrder(cells.get(1).org(), cells.get(3).org());
        assertThat(derivable(cells, kept, SmallNumbersTests::rest)).isEmpty();
        assertThat(derivable(cells, Set.of(cells.get(1).org()), SmallNumbersTests::rest))
                .containsExactly(cells.get(1));
    }

    /** Where everybody else has a consent, the territory tells of the same few people. */
    @Test
    void keepsTheTerritoryBackWhereOnlyOneSchoolHasARest() {
        var cells =
                List.of(
                        new Cell(region, null, 57L, 60L),
                        new Cell(UUID.randomUUID(), region, 37L, 40L),
                        new Cell(UUID.randomUUID(), region, 20L, 20L));

        assertThat(SmallNumbers.keptBack(cells, Set.of()))
                .containsExactlyInAnyOrder(region, cells.get(1).org());
    }

    /** If 9 appeared today and 12 disappeared, yesterday's 12 would tell today's 3. */
    @Test
    void hidesAlongWhatWasHiddenYesterday() {
        var along = below(region, 12);
        var cells =
                List.of(region(54), below(region, 3), below(region, 9), along, below(region, 30));

        assertThat(SmallNumbers.keptBack(cells, Set.of(along.org())))
                .containsExactlyInAnyOrder(cells.get(1).org(), along.org());
        assertThat(SmallNumbers.keptBack(cells, Set.of()))
                .containsExactlyInAnyOrder(cells.get(1).org(), cells.get(2).org());
    }

    @Test
    void leavesNothingToBeWorkedOut() {
        long kept = 0;
        long all = 0;
        for (int seed = 0; seed < 3000; seed++) {
            var cells = population(new Random(seed), seed % 2 == 0);
            var hidden = SmallNumbers.keptBack(cells, Set.of());
            assertThat(derivable(cells, hidden, Cell::n)).as("numbers, seed %s", seed).isEmpty();
            if (cells.getFirst().total() != null) {
                assertThat(derivable(cells, hidden, SmallNumbersTests::total))
                        .as("totals, seed %s", seed)
                        .isEmpty();
                assertThat(derivable(cells, hidden, SmallNumbersTests::rest))
                        .as("rests, seed %s", seed)
                        .isEmpty();
                assertThat(cells)
                        .filteredOn(cell -> !hidden.contains(cell.org()))
                        .as("shown, seed %s", seed)
                        .noneMatch(cell -> rest(cell) > 0 && rest(cell) < 5);
            }
            kept += hidden.size();
            all += cells.size();
        }
        assertThat(kept).as("of %s", all).isPositive().isLessThan(all / 2);
    }

    /** Two schools may have the same people: the district has fewer than its schools together. */
    @Test
    void leavesNothingToBeWorkedOutWhereSomeAreCountedInTwoSchools() {
        for (int seed = 0; seed < 3000; seed++) {
            var cells = overlapping(new Random(seed));
            assertThat(derivable(cells, SmallNumbers.keptBack(cells, Set.of()), Cell::n))
                    .as("seed %s", seed)
                    .isEmpty();
            var shares = overlappingShares(new Random(seed));
            var hidden = SmallNumbers.keptBack(shares, Set.of());
            for (var value :
                    List.<ToLongFunction<Cell>>of(
                            Cell::n, SmallNumbersTests::total, SmallNumbersTests::rest)) {
                assertThat(derivable(shares, hidden, value)).as("shares, seed %s", seed).isEmpty();
            }
        }
    }

    /**
     * The attack is a real one: where only the small numbers themselves are kept back, it succeeds.
     */
    @Test
    void theAttackFindsWhatIsKeptBackCarelessly() {
        long found = 0;
        for (int seed = 0; seed < 200; seed++) {
            var cells = population(new Random(seed), true);
            var careless =
                    cells.stream()
                            .filter(cell -> cell.n() > 0 && cell.n() < 5)
                            .map(Cell::org)
                            .collect(Collectors.toSet());
            found += derivable(cells, careless, Cell::n).size();
        }
        assertThat(found).isGreaterThan(50);
    }

    private List<Cell> population(Random random, boolean plain) {
        var cells = new ArrayList<Cell>();
        long n = 0;
        long total = 0;
        for (int i = random.nextInt(6); i >= 0; i--) {
            var district = UUID.randomUUID();
            long districtN = 0;
            long districtTotal = 0;
            for (int j = random.nextInt(7); j >= 0; j--) {
                var school = school(random, district, plain);
                cells.add(school);
                districtN += school.n();
                districtTotal += total(school);
            }
            cells.add(new Cell(district, region, districtN, plain ? null : districtTotal));
            n += districtN;
            total += districtTotal;
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            var school = school(random, region, plain);
            cells.add(school);
            n += school.n();
            total += total(school);
        }
        cells.addFirst(new Cell(region, null, n, plain ? null : total));
        return cells;
    }

    private static long total(Cell cell) {
        return cell.total() == null ? 0 : cell.total();
    }

    private static long rest(Cell cell) {
        return total(cell) - cell.n();
    }

    private static Cell school(Random random, UUID parent, boolean plain) {
        long n = size(random);
        return new Cell(UUID.randomUUID(), parent, n, plain ? null : n + size(random));
    }

    private static long size(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> 1 + random.nextInt(4);
            case 2 -> random.nextInt(12);
            default -> random.nextInt(80);
        };
    }

    private List<Cell> overlapping(Random random) {
        var cells = new ArrayList<Cell>();
        var everybody = new java.util.HashSet<Integer>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var district = UUID.randomUUID();
            var here = new java.util.HashSet<Integer>();
            for (int j = random.nextInt(5); j >= 0; j--) {
                var pupils = new java.util.HashSet<Integer>();
                for (long k = size(random); k > 0; k--) {
                    pupils.add(random.nextInt(2000));
                }
                cells.add(new Cell(UUID.randomUUID(), district, pupils.size(), null));
                here.addAll(pupils);
            }
            cells.add(new Cell(district, region, here.size(), null));
            everybody.addAll(here);
        }
        cells.addFirst(new Cell(region, null, everybody.size(), null));
        return cells;
    }

    /** Like consents: whoever has none in one of two schools counts as somebody without. */
    private List<Cell> overlappingShares(Random random) {
        var cells = new ArrayList<Cell>();
        var everybody = new HashMap<Integer, Boolean>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var district = UUID.randomUUID();
            var here = new HashMap<Integer, Boolean>();
            for (int j = random.nextInt(5); j >= 0; j--) {
                var pupils = new HashMap<Integer, Boolean>();
                int without = random.nextInt(8);
                for (long k = size(random); k > 0; k--) {
                    pupils.put(random.nextInt(2000), random.nextInt(8) >= without);
                }
                cells.add(share(UUID.randomUUID(), district, pupils));
                pupils.forEach((who, held) -> here.merge(who, held, Boolean::logicalAnd));
            }
            cells.add(share(district, region, here));
            here.forEach((who, held) -> everybody.merge(who, held, Boolean::logicalAnd));
        }
        cells.addFirst(share(region, null, everybody));
        return cells;
    }

    private static Cell share(UUID org, @Nullable UUID parent, Map<Integer, Boolean> people) {
        long held = people.values().stream().filter(one -> one).count();
        return new Cell(org, parent, held, (long) people.size());
    }

    /** What a reader knows of a number: it lies between the two. */
    private static final class Bounds {
        private long low;
        private long high;

        Bounds(long low, long high) {
            this.low = low;
            this.high = high;
        }

        boolean narrow(long from, long to) {
            boolean better = from > low || to < high;
            low = Math.max(low, from);
            high = Math.min(high, to);
            return better;
        }
    }

    /**
     * Attacks: takes what is shown for certain, every hidden number for at least 1, and narrows all
     * of them by every sum of the tree until nothing changes. Returns the small hidden numbers that
     * are then known to be smaller than the threshold.
     */
    private static List<Cell> derivable(
            List<Cell> cells, Set<UUID> hidden, ToLongFunction<Cell> value) {
        Map<UUID, Bounds> known = new HashMap<>();
        Map<UUID, List<UUID>> children = new HashMap<>();
        for (var cell : cells) {
            long n = value.applyAsLong(cell);
            known.put(
                    cell.org(),
                    hidden.contains(cell.org())
                            ? new Bounds(n == 0 ? 0 : 1, 1_000_000)
                            : new Bounds(n, n));
            @Nullable UUID parent = cell.parent();
            if (parent != null) {
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(cell.org());
            }
        }
        boolean better = true;
        while (better) {
            better = false;
            for (var sum : children.entrySet()) {
                better |= narrow(known.get(sum.getKey()), sum.getValue(), known);
            }
            if (known.values().stream().anyMatch(bounds -> bounds.low > bounds.high)) {
                // People are counted twice somewhere: the reader sees that sums prove nothing.
                return List.of();
            }
        }
        return cells.stream()
                .filter(cell -> hidden.contains(cell.org()))
                .filter(cell -> value.applyAsLong(cell) > 0 && value.applyAsLong(cell) < 5)
                .filter(cell -> known.get(cell.org()).high < 5)
                .toList();
    }

    private static boolean narrow(Bounds sum, List<UUID> parts, Map<UUID, Bounds> known) {
        long low = parts.stream().mapToLong(part -> known.get(part).low).sum();
        long high = parts.stream().mapToLong(part -> known.get(part).high).sum();
        boolean better = sum.narrow(low, high);
        for (var part : parts) {
            var bounds = known.get(part);
            better |= bounds.narrow(sum.low - (high - bounds.high), sum.high - (low - bounds.low));
        }
        return better;
    }
}
