package ru.mentoring.roadmaps.recognition.deadline;

import java.time.Month;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of time in Russian papers, and how letters are made alike before they are compared. */
final class Words {

    private static final Map<String, Month> STEMS =
            Map.ofEntries(
                    Map.entry("январ", Month.JANUARY),
                    Map.entry("феврал", Month.FEBRUARY),
                    Map.entry("март", Month.MARCH),
                    Map.entry("апрел", Month.APRIL),
                    Map.entry("ма", Month.MAY),
                    Map.entry("июн", Month.JUNE),
                    Map.entry("июл", Month.JULY),
                    Map.entry("август", Month.AUGUST),
                    Map.entry("сентябр", Month.SEPTEMBER),
                    Map.entry("октябр", Month.OCTOBER),
                    Map.entry("ноябр", Month.NOVEMBER),
                    Map.entry("декабр", Month.DECEMBER));
    private static final Map<String, Month> SHORT =
            Map.ofEntries(
                    Map.entry("янв", Month.JANUARY),
                    Map.entry("фев", Month.FEBRUARY),
                    Map.entry("февр", Month.FEBRUARY),
                    Map.entry("мар", Month.MARCH),
                    Map.entry("апр", Month.APRIL),
                    Map.entry("авг", Month.AUGUST),
                    Map.entry("сен", Month.SEPTEMBER),
                    Map.entry("сент", Month.SEPTEMBER),
                    Map.entry("окт", Month.OCTOBER),
                    Map.entry("ноя", Month.NOVEMBER),
                    Map.entry("нояб", Month.NOVEMBER),
                    Map.entry("дек", Month.DECEMBER));
    private static final Pattern ENDING = Pattern.compile("(ь|я|е|ю|ем|а|у|ом|й|ям|ях|и)?");
    private static final String LATIN = "aceopxykmthb";
    private static final String CYRILLIC = "асеорхукмтнв";

    private Words() {}

    /** Returns the month a word names, in any case of declension. */
    static @Nullable Month month(String word) {
        Month abbreviated = SHORT.get(word);
        if (abbreviated != null) {
            return abbreviated;
        }
        for (Map.Entry<String, Month> stem : STEMS.entrySet()) {
            if (word.startsWith(stem.getKey())) {
                String ending = word.substring(stem.getKey().length());
                boolean whole = !stem.getKey().equals("ма") || ending.matches("й|я|е|ю|ем");
                if (whole && ENDING.matcher(ending).matches()) {
                    return stem.getValue();
                }
            }
        }
        return null;
    }

    /**
     * Returns the text in small letters, with one kind of dash, quotes and notes in brackets taken
     * out, and Latin letters that look like Russian ones replaced: people's keyboards mix them.
     */
    static String alike(String text) {
        String plain =
                text.replace('\u00a0', ' ')
                        .replace('\u202f', ' ')
                        .replace("\u00ad", "")
                        .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                        .replaceAll("[«»\"“”„*_]", "")
                        .replaceAll("\\([^()]*\\)", " ")
                        .replaceAll("(\\d)\\s*\\.\\s*(\\d{1,2})\\s*\\.\\s*(\\d{4})", "$1.$2.$3")
                        .replaceAll("[ \\t]+", " ")
                        .strip();
        return unmix(plain.toLowerCase(Locale.ROOT).replace('ё', 'е'));
    }

    private static String unmix(String text) {
        var result = new StringBuilder(text);
        for (int start = 0; start < text.length(); ) {
            int end = start;
            boolean russian = false;
            while (end < text.length() && Character.isLetter(text.charAt(end))) {
                russian |= text.charAt(end) >= 'а' && text.charAt(end) <= 'я';
                end++;
            }
            boolean lone = end == start + 1 && text.charAt(start) == 'c';
            for (int i = start; (russian || lone) && i < end; i++) {
                int at = LATIN.indexOf(text.charAt(i));
                if (at >= 0) {
                    result.setCharAt(i, CYRILLIC.charAt(at));
                }
            }
            start = Math.max(end, start + 1);
        }
        return result.toString();
    }
}
