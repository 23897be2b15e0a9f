package ru.mentoringtest.registers;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invents people: no two with the same name and birth date, the same ones for the same seed. */
final class InventedPeople {

    record Invented(String name, String givenName, LocalDate born, boolean female) {}

    private static final List<String> SURNAMES =
            List.of(
                    "Звездочётов",
                    "Земляникин",
                    "Гайкин",
                    "Каменцев",
                    "Парусов",
                    "Росинкин",
                    "Клавишин",
                    "Скороходов",
                    "Незабудкин",
                    "Светлячков",
                    "Зорин",
                    "Тишин",
                    "Верстаев",
                    "Токарев",
                    "Мостов",
                    "Кирпичев",
                    "Пчельников",
                    "Чертёжников",
                    "Лекарев",
                    "Сметанин",
                    "Дубравин",
                    "Сказкин",
                    "Ветров",
                    "Облаков",
                    "Ручейков",
                    "Подснежников",
                    "Ягодин",
                    "Мельников-Речной",
                    "Колосков",
                    "Журавлёв",
                    "Снежинский",
                    "Лукоморцев",
                    "Самоцветов",
                    "Туманов",
                    "Рассветов",
                    "Полянский",
                    "Ключевой",
                    "Огнев",
                    "Берёзкин",
                    "Яблочкин",
                    "Соколков",
                    "Маяков",
                    "Компасов",
                    "Якорев",
                    "Бумажкин",
                    "Перелесков",
                    "Холмов",
                    "Радугин",
                    "Капелькин",
                    "Лепестков");

    private static final List<String> BOYS =
            List.of(
                    "Тимур", "Матвей", "Данила", "Савва", "Егор", "Артём", "Лев", "Глеб", "Иван",
                    "Павел", "Олег", "Фёдор", "Макар", "Степан", "Илья", "Роман", "Захар", "Кирилл",
                    "Платон", "Мирон");

    private static final List<String> GIRLS =
            List.of(
                    "Полина",
                    "Аня",
                    "Вера",
                    "Ульяна",
                    "Кира",
                    "Софья",
                    "Дарья",
                    "Нина",
                    "Римма",
                    "Алёна",
                    "Майя",
                    "Злата",
                    "Варвара",
                    "Есения",
                    "Таисия",
                    "Лада",
                    "Агата",
                    "Мира",
                    "Ева",
                    "Василиса");

    private static final List<String> FATHERS =
            List.of(
                    "Егор", "Пётр", "Иван", "Максим", "Антон", "Руслан", "Борис", "Денис", "Тихон",
                    "Виктор", "Семён", "Глеб");

    private final Random random;
    private final Set<String> known = new HashSet<>();

    InventedPeople(long seed) {
        this.random = new Random(seed);
    }

    Invented bornBetween(int first, int last) {
        while (true) {
            boolean female = random.nextBoolean();
            var born = LocalDate.of(first, 1, 1).plusDays(random.nextInt((last - first + 1) * 365));
            var given = pick(female ? GIRLS : BOYS);
            var name = surname(female) + " " + given + " " + patronymic(female);
            if (known.add(name)) {
                return new Invented(name, given, born, female);
            }
        }
    }

    String surname(boolean female) {
        var surname = pick(SURNAMES);
        if (!female) {
            return surname;
        }
        if (surname.endsWith("ий") || surname.endsWith("ой")) {
            return surname.substring(0, surname.length() - 2) + "ая";
        }
        return surname + "а";
    }

    private String patronymic(boolean female) {
        var father = pick(FATHERS);
        if (father.equals("Пётр")) {
            return female ? "Петровна" : "Петрович";
        }
        return father + (female ? "овна" : "ович");
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number in the range that is never given to subscribers. */
    String phone() {
        return "8 (900) 000-%02d-%02d".formatted(random.nextInt(100), random.nextInt(100));
    }
}
