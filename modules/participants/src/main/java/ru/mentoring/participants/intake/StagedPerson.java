package ru.mentoring.participants.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.domain.Card;
import ru.mentoring.participants.domain.Enterprise;
import ru.mentoring.participants.domain.Inn;
import ru.mentoring.participants.domain.PersonName;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Representative;
import ru.mentoring.participants.domain.Wish;

/** A good row between upload and confirmation, flat, as it is kept in the database. */
record StagedPerson(
        Side side,
        String surname,
        String givenName,
        @Nullable String patronymic,
        LocalDate birthDate,
        Born.Precision birthPrecision,
        Category category,
        @Nullable String className,
        @Nullable String post,
        @Nullable String workplace,
        @Nullable LocalDate teachingSince,
        @Nullable String inn,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String representative,
        @Nullable String representativePhone,
        @Nullable String request,
        @Nullable String competences,
        @Nullable String achievements,
        @Nullable String interests,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        @Nullable String hours,
        @Nullable LocalDate enteredOn) {

    Registrant registrant() {
        return new Registrant(card(), wish());
    }

    private Card card() {
        return new Card(
                new PersonName(surname, givenName, patronymic),
                new Born(birthDate, birthPrecision),
                category,
                className,
                post,
                workplace,
                teachingSince,
                inn == null || workplace == null ? null : new Enterprise(new Inn(inn), workplace),
                phone,
                email,
                representative == null
                        ? null
                        : new Representative(representative, representativePhone));
    }

    private Wish wish() {
        return switch (side) {
            case MENTEE -> new Wish.Request(request, enteredOn);
            case MENTOR ->
                    new Wish.Offer(
                            competences, achievements, interests, ageFrom, ageTo, hours, enteredOn);
        };
    }
}
