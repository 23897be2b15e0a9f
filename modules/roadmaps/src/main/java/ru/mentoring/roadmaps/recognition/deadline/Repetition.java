package ru.mentoring.roadmaps.recognition.deadline;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Question;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Recurring;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Rhythm;
import ru.mentoring.roadmaps.recognition.deadline.Deadline.Unclear;

/** Finds "so many times in such a stretch of time" in an expression. */
final class Repetition {

    private static final String COUNT =
            "\\d{1,2}|один|одного|одну|два|двух|две|три|трех|четыре|четырех";
    private static final String STRETCH =
            "недел[юи]|месяц[а]?|квартал[а]?|полугоди[ея]|полгода|учебный год|год[а]?";
    private static final Pattern PHRASE =
            Pattern.compile(
                    "(?:не реже(?: чем)?|не менее(?: чем)?|минимум|как минимум)?\\s*"
                            + "(?:(?:(?<count>"
                            + COUNT
                            + ")(?:-?х)?\\s+)?раза? (?:в|за) (?:каждый |каждую |каждое )?(?<in>"
                            + STRETCH
                            + ")"
                            + "|(?<often>дважды|трижды) в (?<often2>"
                            + STRETCH
                            + ")"
                            + "|кажд(?:ый|ую|ое|ого|ой) (?<each>"
                            + STRETCH
                            + ")"
                            + "|(?<adverb>еженедельн[а-я]*|ежемесячн[а-я]*|ежеквартальн[а-я]*|ежегодн[а-я]*))"
                            + "(?![а-я])");
    private static final Map<String, Integer> COUNTS =
            Map.ofEntries(
                    Map.entry("один", 1),
                    Map.entry("одного", 1),
                    Map.entry("одну", 1),
                    Map.entry("два", 2),
                    Map.entry("двух", 2),
                    Map.entry("две", 2),
                    Map.entry("дважды", 2),
                    Map.entry("три", 3),
                    Map.entry("трех", 3),
                    Map.entry("трижды", 3),
                    Map.entry("четыре", 4),
                    Map.entry("четырех", 4));

    private Repetition() {}

    /** How the rest of an expression is read. */
    interface Rest {
        @Nullable Deadline read(String rest);
    }

    /** Returns the recurring deadline in the text, null if nothing recurs in it. */
    static @Nullable Deadline find(String text, Rest reader) {
        Matcher phrase = PHRASE.matcher(text);
        if (!phrase.find()) {
            return null;
        }
        var always = new Recurring(rhythm(phrase), times(phrase), null);
        String rest =
                (text.substring(0, phrase.start()) + " " + text.substring(phrase.end()))
                        .replaceAll("^[\\s,;.-]+|[\\s,;.-]+$", "");
        if (rest.isEmpty()) {
            return always;
        }
        Deadline within = reader.read(rest);
        if (within == null || within instanceof Unclear || within instanceof Recurring) {
            return new Unclear(Question.NOT_UNDERSTOOD, List.of(always));
        }
        boolean throughout =
                within.equals(new Deadline.WholePeriod(Deadline.Extent.PERIOD))
                        || within.equals(new Deadline.WholePeriod(Deadline.Extent.YEAR));
        return throughout ? always : new Recurring(always.rhythm(), always.times(), within);
    }

    private static int times(Matcher phrase) {
        String count =
                phrase.group("often") != null ? phrase.group("often") : phrase.group("count");
        if (count == null) {
            return 1;
        }
        Integer word = COUNTS.get(count);
        return word != null ? word : Math.max(1, Integer.parseInt(count));
    }

    private static Rhythm rhythm(Matcher phrase) {
        String stretch = "";
        for (String group : List.of("in", "often2", "each", "adverb")) {
            stretch = phrase.group(group) != null ? phrase.group(group) : stretch;
        }
        if (stretch.contains("недел")) {
            return Rhythm.WEEK;
        }
        if (stretch.contains("месяц") || stretch.contains("месячн")) {
            return Rhythm.MONTH;
        }
        if (stretch.contains("квартал")) {
            return Rhythm.QUARTER;
        }
        return stretch.startsWith("пол") ? Rhythm.HALF_YEAR : Rhythm.YEAR;
    }
}
