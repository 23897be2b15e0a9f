package ru.mentoring.participants.intake;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.Side;

/** Recognises who somebody is from the words of a register. */
final class Categories {

    /** The first word that occurs decides, so the more special ones stand first. */
    private static final Map<String, Category> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("выпускни", Category.ALUMNUS);
        WORDS.put("студент", Category.STUDENT);
        WORDS.put("родител", Category.PARENT);
        WORDS.put("мать", Category.PARENT);
        WORDS.put("отец", Category.PARENT);
        WORDS.put("ученик", Category.PUPIL);
        WORDS.put("ученица", Category.PUPIL);
        WORDS.put("учащ", Category.PUPIL);
        WORDS.put("обучающ", Category.PUPIL);
        WORDS.put("школьни", Category.PUPIL);
        WORDS.put("воспитанни", Category.PUPIL);
        WORDS.put("учител", Category.TEACHER);
        WORDS.put("педагог", Category.TEACHER);
        WORDS.put("преподавател", Category.TEACHER);
        WORDS.put("молодой специалист", Category.TEACHER);
        WORDS.put("работодател", Category.EMPLOYEE);
        WORDS.put("предприят", Category.EMPLOYEE);
        WORDS.put("сотрудник", Category.EMPLOYEE);
        WORDS.put("работник", Category.EMPLOYEE);
        WORDS.put("партн", Category.EMPLOYEE);
        WORDS.put("ино", Category.OTHER);
        WORDS.put("друг", Category.OTHER);
    }

    private Categories() {}

    /** Returns who the words name; nothing if they name nobody known. */
    static Optional<Category> named(String text) {
        var words = text.toLowerCase(Locale.ROOT).replace('ё', 'е');
        return WORDS.entrySet().stream()
                .filter(word -> words.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Returns who stands on that side in a form of mentoring written as {@code mentor – mentee}.
     */
    static Optional<Category> byForm(String form, Side side) {
        var sides = form.split("\\s*[-\\u2010-\\u2015\\u2212]\\s*", 2);
        if (sides.length != 2) {
            return Optional.empty();
        }
        return named(
                switch (side) {
                    case MENTOR -> sides[0];
                    case MENTEE -> sides[1];
                });
    }
}
