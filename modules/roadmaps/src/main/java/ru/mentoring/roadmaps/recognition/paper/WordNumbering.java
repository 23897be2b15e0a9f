package ru.mentoring.roadmaps.recognition.paper;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Counts what Word counts by itself: the numbers of lists are not in the text of a document, they
 * are worked out from {@code numbering.xml} as the paragraphs go by.
 */
final class WordNumbering {

    private static final int LEVELS = 9;

    private final Map<String, Level[]> byAbstract = new HashMap<>();
    private final Map<String, String> abstractOf = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();

    private record Level(String format, String text, int start) {}

    /** Takes in the definitions. */
    void define(XMLStreamReader xml) throws XMLStreamException {
        String list = "";
        String number = "";
        int level = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "abstractNum" -> list = WordXml.attribute(xml, "abstractNumId");
                case "num" -> number = WordXml.attribute(xml, "numId");
                case "abstractNumId" -> abstractOf.put(number, WordXml.value(xml));
                case "lvl" -> level = WordXml.number(WordXml.attribute(xml, "ilvl"), 0);
                case "start" ->
                        change(list, level, old -> new Level(old.format, old.text, start(xml)));
                case "numFmt" ->
                        change(
                                list,
                                level,
                                old -> new Level(WordXml.value(xml), old.text, old.start));
                case "lvlText" ->
                        change(
                                list,
                                level,
                                old -> new Level(old.format, WordXml.value(xml), old.start));
                default -> {}
            }
        }
    }

    private static int start(XMLStreamReader xml) {
        return WordXml.number(WordXml.value(xml), 1);
    }

    private interface Change {
        Level apply(Level old);
    }

    private void change(String list, int level, Change change) {
        if (level < 0 || level >= LEVELS || list.isEmpty()) {
            return;
        }
        Level[] levels = byAbstract.computeIfAbsent(list, key -> new Level[LEVELS]);
        Level old = levels[level];
        levels[level] = change.apply(old == null ? new Level("decimal", "", 1) : old);
    }

    /**
     * Returns what stands before the next paragraph of the list at this level, empty if nothing.
     */
    String next(String number, int level) {
        String list = abstractOf.get(number);
        Level[] levels = list == null ? null : byAbstract.get(list);
        if (list == null
                || levels == null
                || level < 0
                || level >= LEVELS
                || levels[level] == null) {
            return "";
        }
        int[] counts = counters.computeIfAbsent(list, key -> new int[LEVELS]);
        for (int i = 0; i < level; i++) {
            if (counts[i] == 0) {
                counts[i] = startOf(levels[i]);
            }
        }
        counts[level] = counts[level] == 0 ? startOf(levels[level]) : counts[level] + 1;
        for (int i = level + 1; i < LEVELS; i++) {
            counts[i] = 0;
        }
        return print(levels, counts, level);
    }

    private static int startOf(@Nullable Level level) {
        return level == null ? 1 : level.start;
    }

    private static String print(Level[] levels, int[] counts, int level) {
        Level own = levels[level];
        if (own.format.equals("bullet")) {
            return "–";
        }
        String text = own.text;
        for (int i = 0; i <= level; i++) {
            Level shown = levels[i];
            String format = shown == null ? "decimal" : shown.format;
            text = text.replace("%" + (i + 1), print(counts[i], format));
        }
        return text.strip();
    }

    private static String print(int count, String format) {
        return switch (format) {
            case "none" -> "";
            case "upperRoman" -> roman(count);
            case "lowerRoman" -> roman(count).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letter(count, 'A', 26);
            case "lowerLetter" -> letter(count, 'a', 26);
            case "russianUpper" -> letter(count, 'А', 32);
            case "russianLower" -> letter(count, 'а', 32);
            default -> Integer.toString(count);
        };
    }

    private static String letter(int count, char first, int length) {
        return Character.toString(first + Math.floorMod(count - 1, length));
    }

    private static String roman(int count) {
        String[] signs = {"X", "IX", "V", "IV", "I"};
        int[] worth = {10, 9, 5, 4, 1};
        var text = new StringBuilder();
        int rest = Math.min(count, 399);
        for (int i = 0; i < worth.length; i++) {
            for (; rest >= worth[i]; rest -= worth[i]) {
                text.append(signs[i]);
            }
        }
        return text.toString();
    }
}
