package ru.mentoring.roadmaps.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number as papers number sections and items. It stays text; this only looks at it. */
final class ItemNumber {

    private static final String STAGE_WORD =
            "этап|раздел|блок|шаг|направление|модуль|стадия|часть|глава|тема";
    private static final String COUNT = "(?:\\d{1,3}|[IVXІХ]{1,5})";
    private static final Pattern WHOLE =
            Pattern.compile(
                    "(?:№\\s*|п\\.?\\s*)?(?:\\d{1,3}(?:\\.\\s?\\d{1,3}){0,4}|[IVXІХ]{1,5}|[а-я])\\s?[.)]{0,2}");
    private static final Pattern STAGE =
            Pattern.compile(
                    "(?iu)(?:(?:"
                            + STAGE_WORD
                            + ")\\s*№?\\s*"
                            + COUNT
                            + "|"
                            + COUNT
                            + "(?:-?(?:й|ый|ой|е|ое|я))?\\s*(?:"
                            + STAGE_WORD
                            + ")|(?:перв|втор|трет|четверт|пят|шест|седьм|восьм)[а-я]{1,3}\\s+(?:"
                            + STAGE_WORD
                            + "))\\s?[.):]?");
    private static final Pattern LEADING_STAGE =
            Pattern.compile(
                    "^(?<number>" + STAGE.pattern() + ")(?:\\s*[-–—:.]?\\s+(?<rest>\\S.*))?$",
                    Pattern.DOTALL);
    private static final Pattern LEADING =
            Pattern.compile(
                    "^(?<number>\\d{1,3}(?:\\.\\d{1,3}){1,4}\\.?|\\d{1,3}[.)]|[IVXІХ]{1,5}\\.)\\s*(?<rest>[\\p{L}«\"“(].*)$",
                    Pattern.DOTALL);

    private ItemNumber() {}

    /** A text that begins with a number. */
    record Numbered(String number, String rest) {}

    /** Returns whether the text is a number and nothing else. */
    static boolean is(String text) {
        return WHOLE.matcher(text).matches() || isStage(text);
    }

    static boolean isStage(String text) {
        return STAGE.matcher(text).matches();
    }

    /**
     * Takes the number, or the word and number of a stage, off the beginning; null if there is
     * none.
     */
    static @Nullable Numbered leading(String text) {
        Matcher stage = LEADING_STAGE.matcher(text);
        if (stage.matches()) {
            String rest = stage.group("rest");
            return new Numbered(stage.group("number").strip(), rest == null ? "" : rest);
        }
        Matcher number = LEADING.matcher(text);
        return number.matches() ? new Numbered(number.group("number"), number.group("rest")) : null;
    }

    /** Returns the parts of a number with points between, empty if it is none of that sort. */
    static List<Integer> parts(String number) {
        String digits =
                number.replaceAll("^(№\\s*|п\\.?\\s*)", "")
                        .replaceAll("[\\s)]", "")
                        .replaceAll("\\.$", "");
        if (!digits.matches("\\d{1,3}(\\.\\d{1,3})*")) {
            return List.of();
        }
        return Arrays.stream(digits.split("\\.")).map(Integer::valueOf).toList();
    }

    /** Returns whether the one is numbered below the other, as 2.1 is below 2. */
    static boolean isBelow(String lower, String upper) {
        List<Integer> below = parts(lower);
        List<Integer> above = parts(upper);
        return !above.isEmpty()
                && below.size() > above.size()
                && below.subList(0, above.size()).equals(above);
    }
}
