package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ru.mentoring.roadmaps.recognition.PaperWalk.PreambleLine;

/**
 * Takes apart blocks that stand beside each other with nothing but tabulators or spaces between.
 */
final class SideBySide {

    private static final Pattern GAP = Pattern.compile("\\t+|\\s{4,}");
    private static final Pattern BOTH =
            Pattern.compile(
                    "(?iu).*(согласован|утвержд).*(?:\\t|\\s{4}).*(согласован|утвержд).*",
                    Pattern.DOTALL);
    private static final int LONGEST = 9;

    private SideBySide() {}

    /** Returns the lines with such blocks one after the other. */
    static List<PreambleLine> separate(List<PreambleLine> lines) {
        var result = new ArrayList<PreambleLine>();
        for (int i = 0; i < lines.size(); i++) {
            if (!BOTH.matcher(lines.get(i).text()).matches()) {
                result.add(lines.get(i));
                continue;
            }
            int end = i + 1;
            while (end < lines.size()
                    && end - i < LONGEST
                    && GAP.matcher(lines.get(end).text()).find()) {
                end++;
            }
            addColumn(lines.subList(i, end), 0, result);
            addColumn(lines.subList(i, end), 1, result);
            if (end < lines.size()) {
                PreambleLine next = lines.get(end);
                result.add(new PreambleLine(next.place(), next.text(), true));
            }
            i = end;
        }
        return result;
    }

    private static void addColumn(List<PreambleLine> lines, int column, List<PreambleLine> result) {
        boolean first = true;
        for (PreambleLine line : lines) {
            String[] parts = GAP.split(line.text(), 2);
            if (column < parts.length && !parts[column].isBlank()) {
                result.add(new PreambleLine(line.place(), parts[column].strip(), first));
                first = false;
            }
        }
    }
}
