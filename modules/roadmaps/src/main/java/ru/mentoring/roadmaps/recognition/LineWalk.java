package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.PaperWalk.PreambleLine;

/** Reads a roadmap that is written in numbered lines instead of a table. */
final class LineWalk {

    private static final int FEWEST_ITEMS = 2;

    private final List<PreambleLine> preamble = new ArrayList<>();
    private final List<RawRow> rows = new ArrayList<>();
    private final List<PreambleLine> leftOut = new ArrayList<>();
    private final List<String> entry = new ArrayList<>();
    private @Nullable PreambleLine start;
    private String number = "";

    /** Returns whether the lines hold a roadmap. */
    boolean walk(List<PreambleLine> lines) {
        List<PreambleLine> plain = lines.stream().filter(line -> !isNumbered(line)).toList();
        int title = TitleReader.startOf(plain);
        int from = title < 0 ? 0 : lines.indexOf(plain.get(title));
        preamble.addAll(lines.subList(0, from));
        for (PreambleLine line : lines.subList(from, lines.size())) {
            take(line);
        }
        finish();
        return rows.stream().filter(row -> row.details() > 0).count() >= FEWEST_ITEMS;
    }

    private static boolean isNumbered(PreambleLine line) {
        return ItemNumber.leading(Lines.clean(line.text())) != null;
    }

    List<PreambleLine> preamble() {
        return preamble;
    }

    List<RawRow> rows() {
        return rows;
    }

    List<PreambleLine> leftOut() {
        return leftOut;
    }

    private void take(PreambleLine line) {
        String text = Lines.clean(line.text());
        ItemNumber.Numbered leading = ItemNumber.leading(text);
        boolean point = Lines.isMarked(text) && (leading == null || isPointOf(leading));
        if (point && start != null && LineFields.of(List.of(bare(text))).size() < 2) {
            entry.add(text);
        } else if (leading != null) {
            finish();
            begin(line, leading.number(), leading.rest());
        } else if (point && !rows.isEmpty()) {
            finish();
            begin(line, "", bare(text));
        } else if (start == null) {
            preamble.add(line);
        } else if (isEnd(text)) {
            finish();
            leftOut.add(line);
        } else {
            entry.add(text);
        }
    }

    /** "1)" below "1.1." is a point of its list. */
    private boolean isPointOf(ItemNumber.Numbered leading) {
        return leading.number().endsWith(")") && !number.endsWith(")") && !number.isEmpty();
    }

    private static String bare(String text) {
        return text.replaceAll("^[-–—•·▪●*✓]\\s*", "");
    }

    private static boolean isEnd(String text) {
        String lower = Lines.lower(text);
        return text.contains("____") || lower.startsWith("примечани") || lower.startsWith("исп.");
    }

    private void begin(PreambleLine line, String itsNumber, String rest) {
        start = line;
        number = itsNumber;
        if (!rest.isEmpty()) {
            entry.add(rest);
        }
    }

    private void finish() {
        PreambleLine line = start;
        if (line == null) {
            return;
        }
        Map<Column, List<String>> texts = new EnumMap<>(Column.class);
        if (!entry.isEmpty()) {
            texts.putAll(LineFields.of(entry));
        }
        String text = (number + " " + String.join(" ", entry)).strip();
        if (ItemNumber.isStage(number) && texts.size() < 2) {
            rows.add(RawRow.across(line.place(), List.of(text), false));
        } else {
            if (!number.isEmpty()) {
                texts.put(Column.NUMBER, List.of(number));
            }
            rows.add(
                    new RawRow(
                            line.place(),
                            texts,
                            Set.of(),
                            Set.of(),
                            List.of(),
                            false,
                            false,
                            List.of(),
                            text));
        }
        entry.clear();
        start = null;
    }
}
