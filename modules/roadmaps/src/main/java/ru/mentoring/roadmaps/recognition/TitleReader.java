package ru.mentoring.roadmaps.recognition;

import java.util.List;
import java.util.regex.Pattern;
import ru.mentoring.roadmaps.recognition.PaperWalk.PreambleLine;

/** Finds the title of a roadmap among the lines above it. */
final class TitleReader {

    private static final Pattern START =
            Pattern.compile(
                    "(?iu)[\\s(«\"*_]*(?:(?:муниципальн|региональн|школьн|типов|примерн|единая|рабоч)[а-я]+\\s+)?"
                            + "(?:план\\s+(?:основных\\s+)?(?:мероприятий|работы|действий|реализации|внедрения)|план[-\\s–]?график|дорожная\\s+карта"
                            + "|\"?дорожная карта\"?|программа\\s+мероприятий|комплекс\\s+мер(?:оприятий)?)(?![а-я]).*",
                    Pattern.DOTALL);
    private static final int LONGEST = 700;

    private TitleReader() {}

    /** Returns the index of the line with which the title begins, -1 if there is none. */
    static int startOf(List<PreambleLine> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (isStart(lines.get(i).text())) {
                int start = i;
                while (start > 0 && isStart(lines.get(start - 1).text())) {
                    start--;
                }
                return start;
            }
        }
        return -1;
    }

    static boolean isStart(String line) {
        return line.length() < LONGEST && START.matcher(Lines.clean(line)).matches();
    }

    /** Returns the title in one line, from the given line to the end of the block. */
    static String read(List<PreambleLine> lines, int start) {
        var title = new StringBuilder();
        for (int i = start; i < lines.size(); i++) {
            boolean over = i > start && (lines.get(i).first() || title.length() > LONGEST);
            if (over) {
                break;
            }
            title.append(' ').append(lines.get(i).text());
        }
        return Lines.clean(title.toString()).replaceAll("[\\s*]+$", "");
    }
}
