package ru.mentoring.roadmaps.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words with which columns of roadmaps are headed. */
final class HeaderWords {

    private static final int LONGEST = 90;

    /** Beginnings of words; the first word of a head that has a meaning decides. */
    private static final Map<Column, List<String>> STEMS = stems();

    /** Words that say nothing about which column it is. */
    private static final List<String> NEUTRAL =
            List.of(
                    "реализац",
                    "исполнени",
                    "выполнени",
                    "проведени",
                    "осуществлени",
                    "внедрени",
                    "ожидаем",
                    "планируем",
                    "конечн",
                    "основн",
                    "предполагаем",
                    "плановы",
                    "вид",
                    "форм",
                    "фио",
                    "ф",
                    "и",
                    "о",
                    "лиц",
                    "по",
                    "за",
                    "на",
                    "для",
                    "или",
                    "п",
                    "их",
                    "к",
                    "в",
                    "с",
                    "от",
                    "а",
                    "целево",
                    "модел",
                    "наставничеств",
                    "программ",
                    "фамили",
                    "должност",
                    "нужно",
                    "надо",
                    "будет",
                    "мы",
                    "чем",
                    "что",
                    "тематик",
                    "тем",
                    "организац",
                    "учрежден",
                    "об",
                    "этого",
                    "плана",
                    "подпункт",
                    "на",
                    "уровн",
                    "школ",
                    "отвечает",
                    "делать",
                    "делаем",
                    "сделать",
                    "количественн",
                    "качественн",
                    "значени",
                    "ссылк",
                    "начал",
                    "окончани",
                    "подтвержда");

    private HeaderWords() {}

    private static Map<Column, List<String>> stems() {
        var stems = new LinkedHashMap<Column, List<String>>();
        stems.put(Column.NUMBER, List.of("№", "номер", "n", "пп", "пункт"));
        stems.put(Column.STAGE, List.of("этап", "стади", "раздел", "направлени", "блок", "модул"));
        stems.put(Column.CONTENT, List.of("содержани"));
        stems.put(
                Column.ACTIVITY,
                List.of(
                        "мероприят",
                        "деятельност",
                        "действи",
                        "задач",
                        "работ",
                        "активност",
                        "событи",
                        "дела",
                        "дело",
                        "шаг",
                        "меры"));
        stems.put(
                Column.DEADLINE,
                List.of("срок", "дат", "период", "время", "врем", "когда", "месяц", "дедлайн"));
        stems.put(
                Column.RESPONSIBLE,
                List.of("ответствен", "исполнител", "кто", "куратор", "координатор"));
        stems.put(
                Column.RESULT,
                List.of(
                        "результат",
                        "итог",
                        "документ",
                        "продукт",
                        "отчет",
                        "подтвержд",
                        "выход",
                        "материал"));
        stems.put(
                Column.INDICATOR,
                List.of(
                        "показател",
                        "индикатор",
                        "критери",
                        "эффективн",
                        "результативн",
                        "количеств",
                        "kpi"));
        stems.put(
                Column.OTHER,
                List.of(
                        "примечани",
                        "отметк",
                        "комментари",
                        "статус",
                        "участник",
                        "аудитори",
                        "мест",
                        "ресурс",
                        "финансир",
                        "категори"));
        return stems;
    }

    /** Returns what a column with this head is for; null if the text is no head of a column. */
    static @Nullable Column column(String head) {
        if (head.isEmpty() || head.length() > LONGEST) {
            return null;
        }
        String text =
                Lines.lower(head)
                        .replaceAll("п\\s*/\\s*п|п\\.\\s*п\\.?", "пп")
                        .replaceAll("[^а-яa-z№]+", " ")
                        .strip();
        if (text.isEmpty()) {
            return null;
        }
        Column first = null;
        boolean named = false;
        for (String word : text.split(" ")) {
            Column column = columnOf(word);
            if (column == null && !isNeutral(word)) {
                return null;
            }
            named |= word.startsWith("наименован") || word.startsWith("назван");
            first = choose(first, column);
        }
        if (first == null && (named || text.contains("что ") || text.startsWith("что"))) {
            return text.startsWith("чем") ? Column.RESULT : Column.ACTIVITY;
        }
        return first == null && text.startsWith("чем ") ? Column.RESULT : first;
    }

    /**
     * "Contents of the activities" is the column of activities, "contents of the stages" is not.
     */
    private static @Nullable Column choose(@Nullable Column first, @Nullable Column next) {
        if (first == Column.CONTENT && next == Column.ACTIVITY) {
            return Column.ACTIVITY;
        }
        if (first == Column.NUMBER && next != null) {
            return next == Column.STAGE ? Column.STAGE : first;
        }
        return first == null ? next : first;
    }

    private static boolean isNeutral(String word) {
        return word.startsWith("наименован")
                || word.startsWith("назван")
                || NEUTRAL.stream()
                        .anyMatch(stem ->
                                stem.length() < 3 ? word.equals(stem) : word.startsWith(stem));
    }

    private static @Nullable Column columnOf(String word) {
        // The effect of something is measured, its result is shown.
        if (word.startsWith("результативн")) {
            return Column.INDICATOR;
        }
        for (Map.Entry<Column, List<String>> column : STEMS.entrySet()) {
            for (String stem : column.getValue()) {
                if (stem.length() < 3 ? word.equals(stem) : word.startsWith(stem)) {
                    return column.getKey();
                }
            }
        }
        return null;
    }
}
