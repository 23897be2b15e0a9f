package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Category;
import ru.mentoring.shared.SchoolYear;
import ru.mentoringlocal.demo.plan.Humans.Human;

/**
 * Two people who come to a school when everybody else is there already: a pupil, and a parent who
 * will be the pupil's mentor.
 */
public record Newcomers(PersonPlan pupil, String wish, PersonPlan parent, String competences) {

    /** Draws them. */
    public static Newcomers draw(long seed, RegionPlan region, SchoolPlan school, LocalDate today) {
        var dice = Dice.of(seed).at(region.key(), school.code(), "newcomers");
        int year = SchoolYear.of(today).startYear();
        int grade = dice.between(6, 9);
        var pupil = Humans.pupil(dice, grade, year);
        var className = Humans.className(grade, dice.between(0, 3));
        var parent = Humans.mentor(dice, Category.PARENT, year);
        return new Newcomers(
                card(dice, pupil, Category.PUPIL, className, today),
                dice.pick(Words.all().requests()),
                card(dice, parent, Category.PARENT, null, today),
                dice.pick(Words.all().competences()));
    }

    private static PersonPlan card(
            Dice dice, Human human, Category category, @Nullable String className, LocalDate on) {
        return new PersonPlan(
                dice.id(on),
                human.surname(),
                human.givenName(),
                human.patronymic(),
                human.born(),
                category,
                className,
                null,
                null,
                null,
                null,
                human.phone(),
                null,
                human.representative(),
                human.representative() == null ? null : Humans.phone(dice));
    }
}
