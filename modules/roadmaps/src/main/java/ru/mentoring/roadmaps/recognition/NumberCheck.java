package ru.mentoring.roadmaps.recognition;

import java.util.HashSet;
import java.util.List;
import ru.mentoring.roadmaps.recognition.Finding.Code;

/**
 * Compares the numbers of items with what counting would give. Numbers are reported on, never
 * repaired.
 */
final class NumberCheck {

    private final Trace trace;

    NumberCheck(Trace trace) {
        this.trace = trace;
    }

    void check(List<RecognisedItem> items) {
        if (!items.isEmpty() && items.stream().allMatch(item -> item.number().isEmpty())) {
            trace.find(Code.NUMBERS_MISSING, Place.PAPER);
            return;
        }
        var seen = new HashSet<List<Integer>>();
        List<Integer> last = List.of();
        for (RecognisedItem item : items) {
            List<Integer> parts = ItemNumber.parts(item.number());
            if (parts.isEmpty()) {
                continue;
            }
            boolean deep = parts.size() > 1;
            if (deep && !seen.add(parts)) {
                trace.find(Code.NUMBER_REPEATED, item.place(), item.number());
            } else if (isGap(last, parts)) {
                trace.find(Code.NUMBER_SKIPPED, item.place(), item.number(), expected(last, parts));
            } else if (!deep && last.equals(parts)) {
                trace.find(Code.NUMBER_REPEATED, item.place(), item.number());
            }
            last = parts;
        }
    }

    private static boolean isGap(List<Integer> last, List<Integer> next) {
        int depth = next.size() - 1;
        boolean sameGroup =
                last.size() == next.size() && last.subList(0, depth).equals(next.subList(0, depth));
        return sameGroup ? next.getLast() > last.getLast() + 1 : next.getLast() > 1 && depth > 0;
    }

    private static String expected(List<Integer> last, List<Integer> next) {
        int depth = next.size() - 1;
        boolean sameGroup =
                last.size() == next.size() && last.subList(0, depth).equals(next.subList(0, depth));
        int number = sameGroup ? last.getLast() + 1 : 1;
        String group =
                String.join(".", next.subList(0, depth).stream().map(String::valueOf).toList());
        return group.isEmpty() ? Integer.toString(number) : group + "." + number;
    }
}
