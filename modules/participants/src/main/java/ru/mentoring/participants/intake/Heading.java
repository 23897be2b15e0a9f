package ru.mentoring.participants.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.mentoring.participants.Side;

/**
 * What the words above a column say.
 *
 * @param meaning the column as such
 * @param owner whose it is, when the words name the mentee or the mentor
 */
record Heading(Column meaning, Optional<Side> owner) {

    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Reads a heading by the meaning of its words, whatever their order and endings. */
    static Heading of(String text) {
        var words = NOISE.matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е')).replaceAll(" ");
        return new Heading(meaning(" " + words.strip() + " "), owner(text));
    }

    /** Returns what the column means in the register of one side. */
    Column columnOf(Side side) {
        if (meaning == Column.AGES || meaning == Column.CATEGORY || !meaning.used()) {
            return meaning;
        }
        return owner.isPresent() && owner.get() != side ? Column.OTHER_SIDE : meaning;
    }

    private static Optional<Side> owner(String text) {
        var words = text.toLowerCase(Locale.ROOT);
        int mentee = words.indexOf("наставляем");
        int mentor = words.indexOf("наставник");
        if (mentee < 0 && mentor < 0) {
            return Optional.empty();
        }
        return Optional.of(
                mentor < 0 || (mentee >= 0 && mentee < mentor) ? Side.MENTEE : Side.MENTOR);
    }

    private static Column meaning(String words) {
        if (words.isBlank()) {
            return Column.UNKNOWN;
        }
        if (any(words, " п п ", " пп ") || only(words, "№", "n", "номер", "no", "nn")) {
            return Column.NUMBER;
        }
        if (any(words, "завершен", "окончан", "результат", "отметк", "ссылк", "кейс", "отзыв")) {
            return Column.OTHER_SIDE;
        }
        if (any(words, "контакт", "способ связи", "связаться")) {
            return Column.CONTACTS;
        }
        if (any(words, "представител", "родител", "опекун") && !any(words, "категори")) {
            return any(words, " тел ", " телефон")
                    ? Column.REPRESENTATIVE_PHONE
                    : Column.REPRESENTATIVE;
        }
        if (any(words, "желаем", "предпочита") && any(words, "возраст")
                || any(words, "возраст наставляем")) {
            return Column.AGES;
        }
        if (any(words, "рожден", " г р ", " д р ", "год рожд")) {
            return Column.BIRTH;
        }
        if (any(words, " инн ")) {
            return Column.INN;
        }
        if (any(words, "почт", "mail", " майл")) {
            return Column.EMAIL;
        }
        if (any(words, "телефон", " тел ", "мобильн")) {
            return Column.PHONE;
        }
        if (any(words, "запрос", "потребност", "с какой проблем", "чему хочет")) {
            return Column.REQUEST;
        }
        if (any(words, "компетенц", "умени", "чему может", "чем может")) {
            return Column.COMPETENCES;
        }
        if (any(words, "достижен", "награды", "заслуги")) {
            return Column.ACHIEVEMENTS;
        }
        if (any(words, "интерес", "увлечен", "хобби")) {
            return Column.INTERESTS;
        }
        if (any(
                words,
                "ресурс времени",
                "часов",
                "количество времени",
                "сколько времени",
                "занятость")) {
            return Column.HOURS;
        }
        if (any(
                        words,
                        "начало педагог",
                        "начала педагог",
                        "педагогический стаж с",
                        "педагогическ деятельн",
                        "преподает с",
                        "работает учителем с")
                || any(words, "дата начала", "начала работы")
                        && any(words, "педагог", "учител", "работ")) {
            return Column.TEACHING_SINCE;
        }
        if (any(
                words,
                "дата вхожден",
                "дата вступлен",
                "дата включен",
                "вхождения в программ",
                "дата начала")) {
            return Column.ENTERED_ON;
        }
        if (any(words, "форма наставнич", " форма ")) {
            return Column.FORM;
        }
        if (any(words, "категори", "целевая группа", "статус участника", "кто это", " кто ")) {
            return Column.CATEGORY;
        }
        if (any(words, "место работы", "место учеб", "организаци", "предприяти", "место службы")) {
            return Column.WORKPLACE;
        }
        if (any(words, " класс ", " класса ", "учебная группа")) {
            return Column.CLASS;
        }
        if (any(words, "должност", "специальност", "профессия", "предмет")) {
            return Column.POST;
        }
        if (any(words, " фио ", " ф и о ", "фамилия имя", "фамилия и имя", "ф и о", "полное имя")) {
            return Column.NAME;
        }
        if (any(words, " фамили")) {
            return Column.SURNAME;
        }
        if (any(words, " отчеств")) {
            return Column.PATRONYMIC;
        }
        if (any(words, " имя ")) {
            return Column.GIVEN_NAME;
        }
        return only(words, "наставляемый", "наставник", "участник", "ученик", "обучающийся")
                ? Column.NAME
                : Column.UNKNOWN;
    }

    private static boolean any(String words, String... parts) {
        for (var part : parts) {
            if (words.contains(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean only(String words, String... choices) {
        for (var choice : choices) {
            if (words.strip().equals(choice)) {
                return true;
            }
        }
        return false;
    }
}
