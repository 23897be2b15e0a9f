package ru.mentoring.participants.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.Side;
import ru.mentoring.participants.domain.Card;
import ru.mentoring.participants.domain.Enterprise;
import ru.mentoring.participants.domain.Inn;
import ru.mentoring.participants.domain.PersonName;
import ru.mentoring.participants.domain.RegisterQueries.MenteePart;
import ru.mentoring.participants.domain.RegisterQueries.MentorPart;
import ru.mentoring.participants.domain.RegisterQueries.PersonView;
import ru.mentoring.participants.domain.Representative;
import ru.mentoring.participants.domain.Wish;

/** A card with a row of a register, as somebody fills it in. */
record PersonForm(
        @NotNull Side side,
        @NotNull Long version,
        @NotBlank @Size(max = 60) String surname,
        @NotBlank @Size(max = 60) String givenName,
        @Nullable @Size(max = 60) String patronymic,
        @NotBlank String born,
        @NotNull Category category,
        @Nullable @Pattern(regexp = "|\\d{1,2}[А-ЯЁ]?") String className,
        @Nullable @Size(max = 200) String post,
        @Nullable @Size(max = 200) String workplace,
        @Nullable String inn,
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate teachingSince,
        @Nullable @Size(max = 60) String phone,
        @Nullable @Email @Size(max = 100) String email,
        @Nullable @Size(max = 150) String representative,
        @Nullable @Size(max = 60) String representativePhone,
        @Nullable @Size(max = 2000) String request,
        @Nullable @Size(max = 2000) String competences,
        @Nullable @Size(max = 2000) String achievements,
        @Nullable @Size(max = 2000) String interests,
        @Nullable @Min(5) @Max(99) Integer ageFrom,
        @Nullable @Min(5) @Max(99) Integer ageTo,
        @Nullable @Size(max = 200) String hours,
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate enteredOn) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);

    static PersonForm empty(Side side) {
        return new PersonForm(
                side,
                0L,
                "",
                "",
                null,
                "",
                Category.PUPIL,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static PersonForm of(PersonView person, Side side) {
        var card = person.card();
        var mentee = person.mentee();
        var mentor = person.mentor();
        return new PersonForm(
                side,
                person.version(),
                card.name().surname(),
                card.name().givenName(),
                card.name().patronymic(),
                switch (card.born().precision()) {
                    case DAY -> DAY.format(card.born().date());
                    case YEAR -> String.valueOf(card.born().date().getYear());
                },
                card.category(),
                card.className(),
                card.post(),
                card.enterprise() == null ? card.workplace() : card.enterprise().name(),
                card.enterprise() == null ? null : card.enterprise().inn().value(),
                card.teachingSince(),
                card.phone(),
                card.email(),
                card.representative() == null ? null : card.representative().name(),
                card.representative() == null ? null : card.representative().phone(),
                mentee.map(MenteePart::request).orElse(null),
                mentor.map(MentorPart::competences).orElse(null),
                mentor.map(MentorPart::achievements).orElse(null),
                mentor.map(MentorPart::interests).orElse(null),
                mentor.map(MentorPart::ageFrom).orElse(null),
                mentor.map(MentorPart::ageTo).orElse(null),
                mentor.map(MentorPart::hours).orElse(null),
                switch (side) {
                    case MENTEE -> mentee.map(MenteePart::enteredOn).orElse(null);
                    case MENTOR -> mentor.map(MentorPart::enteredOn).orElse(null);
                });
    }

    /** Returns the birth, a day or a year alone; nothing if the field holds neither. */
    Optional<Born> birth() {
        var text = born.strip();
        try {
            if (text.matches("\\d{4}")) {
                return Optional.of(Born.in(Integer.parseInt(text)));
            }
            return Optional.of(Born.on(LocalDate.parse(text, DAY)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Adds what concerns several fields at once to the faults of single ones. */
    void examine(BindingResult faults, LocalDate today) {
        if (!blank(born)) {
            var birth = birth();
            if (birth.isEmpty()) {
                faults.rejectValue("born", "participants.fault.born");
            } else if (birth.get().date().getYear() < 1900
                    || birth.get().date().getYear() > today.getYear()
                    || birth.get().precision() == Born.Precision.DAY
                            && birth.get().date().isAfter(today)) {
                faults.rejectValue("born", "participants.fault.born-impossible");
            }
        }
        if (category == Category.PUPIL && blank(className)) {
            faults.rejectValue("className", "participants.fault.class-missing");
        }
        if (!blank(inn)) {
            if (Inn.parse(String.valueOf(inn)).isEmpty()) {
                faults.rejectValue("inn", "participants.fault.inn");
            } else if (blank(workplace)) {
                faults.rejectValue("workplace", "participants.fault.workplace-missing");
            }
        }
        if (ageFrom != null && ageTo != null && ageFrom > ageTo) {
            faults.rejectValue("ageTo", "participants.fault.ages");
        }
        if (tooShort(phone)) {
            faults.rejectValue("phone", "participants.fault.phone");
        }
        if (tooShort(representativePhone)) {
            faults.rejectValue("representativePhone", "participants.fault.phone");
        }
        if (enteredOn != null && enteredOn.isAfter(today)) {
            faults.rejectValue("enteredOn", "participants.fault.entered-later");
        }
        if (!blank(representativePhone) && blank(representative)) {
            faults.rejectValue("representative", "participants.fault.representative-missing");
        }
    }

    /** A number of a village has five digits; whoever writes fewer has not finished. */
    private static boolean tooShort(@Nullable String phone) {
        return phone != null && !phone.isBlank() && phone.replaceAll("\\D", "").length() < 5;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The card, of a form without faults. */
    Card card() {
        return new Card(
                new PersonName(surname, givenName, patronymic),
                birth().orElseThrow(),
                category,
                category == Category.PUPIL ? className : null,
                post,
                workplace,
                category == Category.TEACHER ? teachingSince : null,
                enterprise().orElse(null),
                phone,
                email,
                representative == null || representative.isBlank()
                        ? null
                        : new Representative(representative, representativePhone));
    }

    private Optional<Enterprise> enterprise() {
        return inn == null || workplace == null
                ? Optional.empty()
                : Inn.parse(inn).map(number -> new Enterprise(number, workplace));
    }

    /** The row of the register, of a form without faults. */
    Wish wish() {
        return switch (side) {
            case MENTEE -> new Wish.Request(request, enteredOn);
            case MENTOR ->
                    new Wish.Offer(
                            competences, achievements, interests, ageFrom, ageTo, hours, enteredOn);
        };
    }
}
