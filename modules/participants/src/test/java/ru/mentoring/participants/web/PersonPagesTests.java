package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;

@ModuleTest
class PersonPagesTests extends PagesOfASchool {

    @Test
    void addsAPersonByHandAndCorrectsThem() throws Exception {
        assertThat(page(Role.CURATOR, "/people/new?side=MENTOR")).contains("Новый наставник");
        var card =
                send(
                                Role.CURATOR,
                                "/people",
                                Map.of(
                                        "side", "MENTEE",
                                        "version", "0",
                                        "surname", "Зорин",
                                        "givenName", "Лев",
                                        "born", PAPER.format(today.minusYears(13)),
                                        "category", "PUPIL",
                                        "className", "7Б",
                                        "request", "речной флот"))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        var path = card.substring(school.path().length());
        assertThat(page(Role.CURATOR, path)).contains("Зорин Лев", "7Б", "речной флот");
        assertThat(page(Role.CURATOR, path + "/edit"))
                .contains("value=\"Зорин\"", "Исправить карточку");

        send(
                        Role.CURATOR,
                        path,
                        Map.of(
                                "side", "MENTEE",
                                "version", "0",
                                "surname", "Зорин",
                                "givenName", "Лев",
                                "born", String.valueOf(today.getYear() - 13),
                                "category", "PUPIL",
                                "className", "8Б",
                                "request", "порт"))
                .andExpect(r -> assertThat(r.getResponse().getStatus()).isEqualTo(302));

        assertThat(page(Role.CURATOR, path)).contains("8Б", "порт").doesNotContain("речной флот");
        assertThat(
                        send(
                                        Role.CURATOR,
                                        path,
                                        Map.of(
                                                "side", "MENTEE",
                                                "version", "0",
                                                "surname", "Зорин",
                                                "givenName", "Лев",
                                                "born", "2013",
                                                "category", "PUPIL",
                                                "className", "9Б"))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(409);
    }

    @Test
    void letsNoCardBecomeTheSameAsAnother() throws Exception {
        mentee("Росинкина Аня", 12);
        var other = mentee("Зорин Лев", 12).value();

        var answer =
                send(
                                Role.CURATOR,
                                "/people/" + other,
                                Map.of(
                                        "side", "MENTEE",
                                        "version", "0",
                                        "surname", "Росинкина",
                                        "givenName", "Аня",
                                        "born", PAPER.format(today.minusYears(12).minusDays(40)),
                                        "category", "PUPIL",
                                        "className", "7Б"))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("уже есть в списке школы");
    }

    @Test
    void showsAFormWithAnUnreadableDateAgainWithAllThatWasWritten() throws Exception {
        var answer =
                send(
                                Role.CURATOR,
                                "/people",
                                Map.of(
                                        "side", "MENTEE",
                                        "version", "0",
                                        "surname", "Зорин",
                                        "givenName", "Лев",
                                        "born", "2013",
                                        "category", "PUPIL",
                                        "teachingSince", "вчера",
                                        "enteredOn", "14.10.2026"))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Исправьте 2 ошибки", "укажите дату, например", "Укажите класс ученика")
                .contains("value=\"вчера\"", "value=\"14.10.2026\"", "value=\"Лев\"");
    }

    @Test
    void namesEveryFieldThatIsWrong() throws Exception {
        var answer =
                send(
                                Role.CURATOR,
                                "/people",
                                Map.of(
                                        "side", "MENTOR",
                                        "version", "0",
                                        "surname", "",
                                        "givenName", "Глеб",
                                        "born", "31.02.1990",
                                        "category", "PUPIL",
                                        "inn", "7707083894",
                                        "ageFrom", "15",
                                        "ageTo", "12"))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Исправьте 5 ошибок")
                .contains(
                        "Напишите дату как 14.03.2013",
                        "Укажите класс ученика",
                        "Контрольная цифра ИНН")
                .contains("Верхний возраст меньше нижнего")
                .contains("value=\"Глеб\"");
    }

    @Test
    void asksForTheRestOfANumberAndForADayThatHasCome() throws Exception {
        var answer =
                send(
                                Role.CURATOR,
                                "/people",
                                Map.of(
                                        "side", "MENTEE",
                                        "version", "0",
                                        "surname", "Зорин",
                                        "givenName", "Лев",
                                        "born", "2012",
                                        "category", "PUPIL",
                                        "className", "7Б",
                                        "phone", "12",
                                        "enteredOn", PAPER.format(today.plusDays(1))))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(answer)
                .contains("В номере телефона не хватает цифр", "Дата вхождения ещё не наступила");
        assertThat(page(Role.CURATOR, "/mentees")).doesNotContain("Зорин Лев");
    }

    @Test
    void recordsTrainingAndSafetyCheckOfAMentor() throws Exception {
        var mentor = mentor("Токарев Глеб").value();

        assertThat(
                        send(Role.CURATOR, "/people/" + mentor + "/training", Map.of())
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains("Укажите дату обучения или причину");
        send(
                Role.CURATOR,
                "/people/" + mentor + "/training",
                Map.of("trainedOn", PAPER.format(today)));
        send(
                Role.CURATOR,
                "/people/" + mentor + "/check",
                Map.of("document", "справка 12", "issuedOn", PAPER.format(today)));

        assertThat(page(Role.CURATOR, "/people/" + mentor))
                .contains("обучен", "проверен", "справка 12");
    }

    @Test
    void letsTheDirectorAloneAllowWithoutACertificate() throws Exception {
        var mentor = mentor("Токарев Глеб").value();
        var address = "/people/" + mentor + "/check-waiver";

        assertThat(status(send(Role.CURATOR, address, Map.of("reason", "знаем давно"))))
                .isEqualTo(403);
        assertThat(status(send(Role.DIRECTOR, address, Map.of("reason", "")))).isEqualTo(422);
        assertThat(status(send(Role.DIRECTOR, address, Map.of("reason", "сотрудник полиции"))))
                .isEqualTo(302);
        assertThat(page(Role.DIRECTOR, "/people/" + mentor)).contains("разрешено директором");
    }

    @Test
    void actsOnceWhenAFormIsSentTwice() throws Exception {
        var key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            var answer =
                    mvc.perform(
                            post(school.path("/people"))
                                    .with(school.signedIn(Role.CURATOR))
                                    .with(SignedIn.form(key))
                                    .param("side", "MENTEE")
                                    .param("version", "0")
                                    .param("surname", "Зорин")
                                    .param("givenName", "Лев")
                                    .param("born", "2012")
                                    .param("category", "PUPIL")
                                    .param("className", "7Б"));
            assertThat(status(answer) / 100).isEqualTo(3);
        }

        assertThat(
                        oracle.count(
                                "select count(*) from audit.entry where org_id = ? and action = 'entry.created'",
                                school.id().value()))
                .isEqualTo(1);
    }
}
