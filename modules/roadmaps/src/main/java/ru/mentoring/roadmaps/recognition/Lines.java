package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is true of lines of text in any cell: how they are cleaned, compared and joined. */
final class Lines {

    private static final Pattern MARKER =
            Pattern.compile(
                    "^(?:[-–—•·▪●*✓]\\s*|\\(?\\d{1,2}[.)]\\s+|\\(?[а-я]\\)\\s*).*", Pattern.DOTALL);
    private static final Pattern SENTENCE_END = Pattern.compile(".*[.;:!?]$", Pattern.DOTALL);

    private Lines() {}

    /**
     * Returns the text with single spaces and without the marks of emphasis that plain text uses.
     */
    static String clean(String text) {
        return text.replace("**", "").replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    /** Returns the cleaned lines that are not blank. */
    static List<String> clean(List<String> lines) {
        return lines.stream().map(Lines::clean).filter(line -> !line.isEmpty()).toList();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    static boolean isMarked(String line) {
        return MARKER.matcher(line).matches();
    }

    static boolean endsSentence(String line) {
        return SENTENCE_END.matcher(line).matches();
    }

    /** Returns whether the text reads on from something before it. */
    static boolean readsOn(String line) {
        return !line.isEmpty() && Character.isLowerCase(line.codePointAt(0));
    }

    /**
     * Joins the two parts of a cell that a page has broken: the last line and the first one become
     * one again, unless the second part begins a point of a list or follows a full stop.
     */
    static List<String> joinBroken(List<String> above, List<String> below) {
        if (above.isEmpty() || below.isEmpty()) {
            return above.isEmpty() ? below : above;
        }
        var joined = new ArrayList<>(above);
        String first = below.getFirst();
        boolean apart = isMarked(first) || (endsSentence(above.getLast()) && !readsOn(first));
        if (apart) {
            joined.add(first);
        } else {
            joined.set(joined.size() - 1, join(above.getLast(), first));
        }
        joined.addAll(below.subList(1, below.size()));
        return joined;
    }

    /** Joins lines that are one sentence: the second reads on from the first. */
    static List<String> joinWrapped(List<String> lines) {
        var joined = new ArrayList<String>();
        for (String line : lines) {
            if (!joined.isEmpty() && readsOn(line) && !isMarked(line)) {
                joined.set(joined.size() - 1, join(joined.getLast(), line));
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static String join(String above, String below) {
        boolean hyphenated = above.matches(".*[а-яА-Я]-") && readsOn(below);
        return hyphenated ? above + below : above + " " + below;
    }
}
