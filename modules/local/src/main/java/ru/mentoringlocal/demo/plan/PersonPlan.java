package ru.mentoringlocal.demo.plan;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Category;

/**
 * The card of a person at one school. The same name and birth date at two schools mean the same
 * human.
 *
 * @param employer the taxpayer's number of the enterprise the person comes from
 * @param representative who speaks for a minor
 */
public record PersonPlan(
        UUID id,
        String surname,
        String givenName,
        @Nullable String patronymic,
        LocalDate born,
        Category category,
        @Nullable String className,
        @Nullable String post,
        @Nullable String workplace,
        @Nullable LocalDate teachingSince,
        @Nullable String employer,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String representative,
        @Nullable String representativePhone) {

    /** The age in full years on a day. */
    public int ageOn(LocalDate day) {
        return Period.between(born, day).getYears();
    }

    /** Says whether the person is under 18 on a day. */
    public boolean minorOn(LocalDate day) {
        return ageOn(day) < 18;
    }
}
