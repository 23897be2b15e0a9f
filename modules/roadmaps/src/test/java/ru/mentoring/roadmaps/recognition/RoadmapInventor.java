package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineSpeech;

/** Invents roadmaps of schools that do not exist, the same one for the same random numbers. */
final class RoadmapInventor {

    private static final List<String> DEEDS =
            List.of(
                    "Подготовка",
                    "Обсуждение",
                    "Утверждение",
                    "Проведение",
                    "Составление",
                    "Обновление",
                    "Размещение",
                    "Сбор",
                    "Анализ",
                    "Согласование",
                    "Оформление",
                    "Организация",
                    "Выбор",
                    "Проверка",
                    "Подписание");
    private static final List<String> THINGS =
            List.of(
                    "приказа о запуске программы",
                    "положения о наставничестве",
                    "анкет для старшеклассников",
                    "согласий родителей",
                    "встречи наставников и подопечных",
                    "круглого стола с шефским предприятием",
                    "занятий «Первые шаги наставника»",
                    "списка желающих стать наставниками",
                    "стенда в холле второго этажа",
                    "страницы на сайте гимназии",
                    "графика встреч пар",
                    "индивидуальных планов",
                    "итогового слёта пар",
                    "сборника лучших историй",
                    "отзывов участников (не менее двух от пары)",
                    "справки о ходе работы",
                    "деловой игры \"Маяк\" для пар 8–9 классов",
                    "экскурсии на верфь");
    private static final List<String> ENDS =
            List.of(
                    "",
                    "",
                    "",
                    " в Лукоморской гимназии",
                    " совместно с советом отцов",
                    " для учителей первого года работы",
                    ", в том числе дистанционно",
                    " по итогам четверти",
                    " с участием выпускников прошлых лет",
                    " и доведение до коллектива");
    private static final List<String> SECTIONS =
            List.of(
                    "Подготовка условий для запуска",
                    "Работа с наставляемыми",
                    "Работа с наставниками",
                    "Встречи и планы пар",
                    "Рассказ о программе",
                    "Подведение итогов и поощрение",
                    "Обучение и методическая помощь");
    private static final List<String> PEOPLE =
            List.of(
                    "Куратор программы",
                    "Директор",
                    "Заместитель директора по воспитательной работе",
                    "Классные руководители",
                    "Педагог-психолог",
                    "Наставники",
                    "Рыбаков Ф.Т.",
                    "Руководители методических объединений",
                    "Ответственный за школьный сайт",
                    "Социальный педагог",
                    "Администрация гимназии",
                    "Учителя-предметники");
    private static final List<String> RESULTS =
            List.of(
                    "Приказ",
                    "Протокол встречи",
                    "Положение утверждено",
                    "Список участников",
                    "Анкеты собраны и обработаны",
                    "Заметка на сайте",
                    "Листы регистрации, фотографии",
                    "Планы подписаны обеими сторонами",
                    "Аналитическая справка",
                    "Сборник из пяти историй",
                    "Пары сформированы, участники оповещены");
    private static final List<String> POINTS =
            List.of(
                    "знакомство",
                    "пробная встреча",
                    "составление плана",
                    "работа по плану",
                    "прощальная встреча",
                    "сбор отзывов",
                    "запись в журнале",
                    "беседа с родителями");

    private final Random random;
    private final DeadlineSpeech speech;
    private final Set<String> titles = new HashSet<>();

    RoadmapInventor(Random random) {
        this.random = random;
        this.speech = new DeadlineSpeech(random);
    }

    Truth invent() {
        var names = new ArrayList<>(SECTIONS);
        Collections.shuffle(names, random);
        var sections = new ArrayList<Truth.Section>();
        int size = 2 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            var items = new ArrayList<Truth.Item>();
            int count = 2 + random.nextInt(6);
            for (int j = 0; j < count; j++) {
                items.add(item());
            }
            sections.add(new Truth.Section(names.get(i), items));
        }
        return new Truth(
                "Дорожная карта наставничества обучающихся Лукоморской гимназии на 2026-2027 учебный год",
                sections);
    }

    private Truth.Item item() {
        Deadline deadline = speech.invent();
        String said = Lines.clean(speech.say(deadline));
        var people = new ArrayList<>(PEOPLE);
        Collections.shuffle(people, random);
        boolean list = random.nextInt(7) == 0;
        boolean activities = list && random.nextBoolean();
        var points = new ArrayList<String>();
        if (list) {
            int count = 2 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                points.add(
                        activities
                                ? title()
                                : POINTS.get((random.nextInt(3) + i * 2) % POINTS.size()));
            }
        }
        return new Truth.Item(
                activities ? String.join(" ", points) : title(),
                points,
                activities,
                said,
                deadline,
                List.copyOf(people.subList(0, random.nextInt(4) == 0 ? 2 : 1)),
                any(RESULTS),
                "не менее " + (1 + random.nextInt(99)) + " %");
    }

    private String title() {
        String title = any(DEEDS) + " " + any(THINGS) + any(ENDS);
        return titles.add(title) ? title : title();
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
