package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Category;

/** Draws people, without saying yet at which school their card lies. */
final class Humans {

    /** Names, birth and what belongs to the person wherever they are. */
    record Human(
            String surname,
            String givenName,
            String patronymic,
            LocalDate born,
            String phone,
            @Nullable String representative) {

        /** The same human has the same key. */
        String key() {
            return surname + '|' + givenName + '|' + patronymic + '|' + born;
        }
    }

    private static final String LETTERS = Words.lines("class-letters.txt").getFirst();

    private Humans() {}

    /** A pupil who sits in the given class in the school year that starts in the given year. */
    static Human pupil(Dice dice, int grade, int startYear) {
        int schoolAge = grade + 6;
        var youngest = LocalDate.of(startYear - schoolAge, 8, 31);
        return draw(dice, dice.day(youngest.minusYears(1).plusDays(1), youngest), true);
    }

    /** Somebody of an age between two bounds in the given year. */
    static Human adult(Dice dice, int youngest, int oldest, int year) {
        return draw(
                dice,
                dice.day(LocalDate.of(year - oldest, 1, 1), LocalDate.of(year - youngest, 1, 1)),
                false);
    }

    private static Human draw(Dice dice, LocalDate born, boolean represented) {
        var words = Words.all();
        var surname = dice.pick(words.surnames());
        boolean woman = dice.chance(0.5);
        var father = dice.pick(words.men());
        return new Human(
                woman ? surname.female() : surname.male(),
                woman ? dice.pick(words.women()) : dice.pick(words.men()).given(),
                woman ? father.ofDaughter() : father.ofSon(),
                born,
                phone(dice),
                represented ? representative(dice, surname, father) : null);
    }

    /** The mother, or the father after whom the child has its patronymic. */
    private static String representative(
            Dice dice, Words.Surname surname, Words.Father childsFather) {
        var grandfather = dice.pick(Words.all().men());
        return dice.chance(0.75)
                ? String.join(
                        " ",
                        surname.female(),
                        dice.pick(Words.all().women()),
                        grandfather.ofDaughter())
                : String.join(" ", surname.male(), childsFather.given(), grandfather.ofSon());
    }

    /** A number that no network has. */
    static String phone(Dice dice) {
        return "+7 000 %03d-%02d-%02d"
                .formatted(dice.between(0, 999), dice.between(0, 99), dice.between(0, 99));
    }

    /** The name of a class: grade and letter; nobody's after school. */
    static @Nullable String className(int grade, int letter) {
        return grade > 11 ? null : grade + LETTERS.substring(letter, letter + 1);
    }

    /** From which ages the categories of adult mentors come. */
    static Human mentor(Dice dice, Category category, int year) {
        return switch (category) {
            case STUDENT -> adult(dice, 18, 22, year);
            case ALUMNUS -> adult(dice, 19, 27, year);
            case PARENT -> adult(dice, 34, 52, year);
            case EMPLOYEE, TEACHER, OTHER, PUPIL -> adult(dice, 27, 62, year);
        };
    }

    /** The categories of adults from outside, the more frequent ones more often. */
    static final List<Category> FROM_OUTSIDE =
            List.of(
                    Category.EMPLOYEE,
                    Category.EMPLOYEE,
                    Category.EMPLOYEE,
                    Category.EMPLOYEE,
                    Category.EMPLOYEE,
                    Category.STUDENT,
                    Category.STUDENT,
                    Category.STUDENT,
                    Category.PARENT,
                    Category.ALUMNUS);
}
