package ru.mentoring.monitoring.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which numbers of people are kept back above the school, so that nobody can be recognised.
 *
 * <p>Kept back is every number from 1 to 4, and as many others as are needed so that none of those
 * can be found by adding and subtracting what is shown: neither between the organisations of one
 * table nor between the levels of the tree. A reader who does all sums and knows that a kept-back
 * number is not 0 must still hold every small one for possibly {@value #THRESHOLD} or more.
 *
 * <p>Numbers of one indicator add up from school to territory but for people who are counted in two
 * schools; a reader may not know of them, so sums are judged as if there were none.
 */
public final class SmallNumbers {

    /** The smallest number of people that is shown. */
    public static final int THRESHOLD = 5;

    /**
     * What has been counted for one indicator in one organisation.
     *
     * @param parent the organisation in whose number this one is contained; none at the top
     * @param total of how many, where that is a number of people too; what is missing to it is then
     *     a number of people like n itself, since it is shown by subtracting
     */
    public record Cell(UUID org, @Nullable UUID parent, long n, @Nullable Long total) {}

    private SmallNumbers() {}

    /**
     * Returns the organisations of one indicator and year whose number is not shown.
     *
     * @param before whose number is not shown until now; those are hidden along before others, so
     *     that yesterday's page gives away as little as possible
     */
    public static Set<UUID> keptBack(Collection<Cell> cells, Set<UUID> before) {
        var nodes = tree(cells);
        nodes.forEach(node -> node.before = before.contains(node.org));
        nodes.stream().filter(Node::isSmall).forEach(node -> node.hidden = true);
        var inner = nodes.stream().filter(node -> !node.isLeaf()).toList();
        while (inner.stream().filter(node -> !node.hidden).anyMatch(SmallNumbers::widened)) {
            continue;
        }
        var hidden = new HashSet<UUID>();
        nodes.stream().filter(node -> node.hidden).forEach(node -> hidden.add(node.org));
        return hidden;
    }

    private static List<Node> tree(Collection<Cell> cells) {
        Map<UUID, Node> nodes = new HashMap<>();
        cells.forEach(cell -> nodes.put(cell.org(), new Node(cell)));
        for (var cell : cells) {
            var parent = cell.parent() == null ? null : nodes.get(cell.parent());
            if (parent != null) {
                parent.children.add(nodes.get(cell.org()));
            }
        }
        return nodes.values().stream().sorted(Comparator.comparing(node -> node.org)).toList();
    }

    /** Hides one more number if those hidden below a shown one could be found. */
    private static boolean widened(Node top) {
        var equation = new Equation(top);
        if (equation.isSafe()) {
            return false;
        }
        equation.leastHelpful().ifPresentOrElse(Node::hide, () -> top.hidden = true);
        return true;
    }

    private static final class Node {

        private final UUID org;

        /** Every number of people that the cell tells. */
        private final long[] values;

        private final List<Node> children = new ArrayList<>();
        private boolean hidden;
        private boolean before;

        Node(Cell cell) {
            org = cell.org();
            values =
                    cell.total() == null
                            ? new long[] {cell.n()}
                            : new long[] {cell.n(), cell.total(), cell.total() - cell.n()};
        }

        boolean isLeaf() {
            return children.isEmpty();
        }

        boolean isSmall() {
            for (int i = 0; i < values.length; i++) {
                if (isSmall(i)) {
                    return true;
                }
            }
            return false;
        }

        boolean isSmall(int i) {
            return values[i] > 0 && values[i] < THRESHOLD;
        }

        /** Whether hiding it makes room: all its numbers could be shown and none is 0. */
        boolean helps() {
            if (hidden) {
                return false;
            }
            for (long value : values) {
                if (value < THRESHOLD) {
                    return false;
                }
            }
            return isLeaf() || children.stream().anyMatch(one -> one.hidden || one.helps());
        }

        /** Hides it; a territory only together with one of its parts, or their sum would tell. */
        void hide() {
            hidden = true;
            if (!isLeaf() && children.stream().noneMatch(one -> one.hidden)) {
                smallest(children.stream().filter(Node::helps)).ifPresent(Node::hide);
            }
        }
    }

    private static Optional<Node> smallest(Stream<Node> nodes) {
        return nodes.min(
                Comparator.<Node, Boolean>comparing(node -> !node.before)
                        .thenComparingLong(node -> node.values[0])
                        .thenComparing(node -> node.org));
    }

    /**
     * What a shown number says about the hidden ones below it: those of its schools add up to what
     * is left of it after the shown ones.
     */
    private static final class Equation {

        private final Node top;
        private final List<Node> unknown = new ArrayList<>();
        private final List<Node> between = new ArrayList<>();
        private final List<Node> known = new ArrayList<>();

        Equation(Node top) {
            this.top = top;
            collect(top);
        }

        private void collect(Node node) {
            for (var child : node.children) {
                if (!child.hidden) {
                    known.add(child);
                } else if (child.isLeaf()) {
                    unknown.add(child);
                } else {
                    between.add(child);
                    collect(child);
                }
            }
        }

        boolean isSafe() {
            for (int i = 0; i < top.values.length; i++) {
                if (!isSafe(i)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isSafe(int i) {
            var smallOnes = unknown.stream().anyMatch(one -> one.isSmall(i));
            var smallTerritories = between.stream().filter(one -> one.isSmall(i)).toList();
            if (!smallOnes && smallTerritories.isEmpty()) {
                return true;
            }
            long sum = sum(i);
            return unknown.size() > 1
                    && sum - (unknown.size() - 1) >= THRESHOLD
                    && smallTerritories.stream()
                            .allMatch(one -> sum - outside(one) >= THRESHOLD && outside(one) > 0);
        }

        /**
         * The sum of the unknown as a reader works it out; the true one where that is impossible. A
         * reader knows that none of them is 0 only where a cell tells a single number: a share is
         * hidden for the sake of any of its numbers, and the others may be 0.
         */
        private long sum(int i) {
            long sum = unknown.stream().mapToLong(one -> one.values[i]).sum();
            long left = top.values[i] - known.stream().mapToLong(one -> one.values[i]).sum();
            long least = top.values.length == 1 ? unknown.size() : 0;
            return left < least ? sum : Math.min(sum, left);
        }

        private long outside(Node territory) {
            var inside = new Equation(territory).unknown;
            return unknown.stream().filter(one -> !inside.contains(one)).count();
        }

        /** The smallest number whose hiding helps, a school's before a territory's. */
        Optional<Node> leastHelpful() {
            return smallest(known.stream().filter(Node::isLeaf).filter(Node::helps))
                    .or(() -> smallest(known.stream().filter(Node::helps)));
        }
    }
}
