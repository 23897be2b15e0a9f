package ru.mentoring.participants.domain;

import java.time.LocalDate;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;

/** Cards of invented people, as seen from a day. */
public final class CardFixture {

    private CardFixture() {}

    public static Card pupil(String name, LocalDate today, int age) {
        return new Card(
                PersonName.parse(name).orElseThrow(),
                Born.on(today.minusYears(age).minusDays(40)),
                Category.PUPIL,
                "9А",
                null,
                null,
                null,
                null,
                "+7 900 000-00-01",
                null,
                new Representative("Подснежникова Вера Ильинична", "+7 900 000-00-02"));
    }

    public static Card adult(String name, LocalDate today, Category category) {
        return new Card(
                PersonName.parse(name).orElseThrow(),
                Born.on(today.minusYears(40)),
                category,
                null,
                "инженер",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public static Card employee(String name, LocalDate today, Enterprise enterprise) {
        var adult = adult(name, today, Category.EMPLOYEE);
        return new Card(
                adult.name(),
                adult.born(),
                adult.category(),
                null,
                adult.post(),
                enterprise.name(),
                null,
                enterprise,
                null,
                null,
                null);
    }

    public static Wish.Request request() {
        return new Wish.Request("собирать электронику", null);
    }

    public static Wish.Offer offer() {
        return new Wish.Offer("робототехника", null, null, 12, 16, "2 часа в неделю", null);
    }
}
