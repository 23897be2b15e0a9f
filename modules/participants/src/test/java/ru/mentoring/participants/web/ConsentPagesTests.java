package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.mentoring.agenda.Errands.Errand;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.domain.ConsentDesk.Sheet;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class ConsentPagesTests extends PagesOfASchool {

    @Test
    void leadsWhoeverRecordsConsentsToThoseThatAreMissing() throws Exception {
        assertThat(school.ask(Role.CURATOR, errands::open)).isEmpty();
        mentee("Росинкина Аня", 13);

        var open = school.ask(Role.CURATOR, errands::open);

        assertThat(open)
                .extracting(Errand::titleKey)
                .containsExactly("participants.errand.CN1", "participants.errand.CN2");
        assertThat(open).extracting(Errand::arguments).containsOnly(List.of(1));
        assertThat(page(Role.CURATOR, open.getFirst().path())).contains("Росинкина Аня");
        assertThat(school.ask(Role.DIRECTOR, errands::open)).isEmpty();
    }

    @Test
    void recordsConsentsOfManyAtOnce() throws Exception {
        var child = mentee("Росинкина Аня", 12);
        var teenager = mentee("Зорин Лев", 15);

        assertThat(page(Role.CURATOR, "/consents"))
                .contains("Не хватает 2 согласий", "Росинкина Аня");
        var answer =
                send(
                                Role.CURATOR,
                                "/consents",
                                Map.of(
                                        "kind", "CN1",
                                        "everybody", "true",
                                        "signatures", "REPRESENTATIVE",
                                        "signedOn", PAPER.format(today)))
                        .andReturn();

        assertThat(answer.getFlashMap().get("banner"))
                .isEqualTo(List.of("participants.banner.consents", 2L, 2));
        assertThat(page(Role.CURATOR, "/consents"))
                .contains("Не хватает 1 согласия", "ждёт второй подписи");
        assertThat(page(Role.CURATOR, "/people/" + child.value()))
                .contains("действует", "Подснежникова Вера");
        assertThat(page(Role.CURATOR, "/people/" + teenager.value()))
                .contains("ждёт второй подписи");
    }

    @Test
    void takesForEverybodyOnlyThoseWhoNeedTheConsent() throws Exception {
        var child = mentee("Росинкина Аня", 12);
        var adult = mentor("Токарев Глеб");

        var page = page(Role.CURATOR, "/consents?kind=CN2");
        assertThat(page)
                .contains("value=\"%s\"".formatted(child.value()))
                .doesNotContain("value=\"%s\"".formatted(adult.value()))
                .contains("Токарев Глеб");
        var answer =
                send(
                                Role.CURATOR,
                                "/consents",
                                Map.of(
                                        "kind", "CN2",
                                        "everybody", "true",
                                        "signatures", "REPRESENTATIVE",
                                        "signedOn", PAPER.format(today)))
                        .andReturn();

        assertThat(answer.getFlashMap().get("banner"))
                .isEqualTo(List.of("participants.banner.consents", 1L, 1));
        assertThat(answer.getFlashMap().get("troubles")).isEqualTo(List.of());
    }

    @Test
    void offersToTakeAllWhoNeedTheConsentWhereTheListIsLongerThanAPage() throws Exception {
        for (int i = 0; i < 51; i++) {
            mentee(
                    "Гайкин Матвей "
                            + (char) ('А' + i % 30)
                            + "лександрович".substring(0, 3 + i / 30),
                    13);
        }
        mentor("Токарев Глеб");

        assertThat(page(Role.CURATOR, "/consents?kind=CN1"))
                .contains("Записать всем по отбору: 52 человека");
        assertThat(page(Role.CURATOR, "/consents?kind=CN2"))
                .contains("Записать всем по отбору: 51 человек");
        assertThat(page(Role.CURATOR, "/consents?kind=CN3"))
                .contains("Записать всем по отбору: 52 человека");
    }

    @Test
    void asksToTickSomebody() throws Exception {
        mentee("Росинкина Аня", 12);

        var answer =
                send(
                                Role.CURATOR,
                                "/consents",
                                Map.of("kind", "CN1", "signedOn", PAPER.format(today)))
                        .andReturn()
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("отметьте людей в списке", "отметьте, чьи подписи");
    }

    @Test
    void asksBeforeAConsentIsWithdrawn() throws Exception {
        var child = mentee("Росинкина Аня", 12);
        var sheet =
                new Sheet(
                        ConsentKind.CN1,
                        java.util.Set.of(Signer.REPRESENTATIVE),
                        today,
                        null,
                        null,
                        null);
        school.ask(Role.CURATOR, () -> desk.record(List.of(child), sheet));
        var paper = school.ask(Role.CURATOR, () -> consents.papers(child)).getFirst().id();
        var address = "/people/" + child.value() + "/consents/" + paper + "/withdrawal";

        assertThat(page(Role.CURATOR, address)).contains("Человек выбудет из реестров");
        send(Role.CURATOR, address, Map.of());

        assertThat(page(Role.CURATOR, "/people/" + child.value())).contains("отозвано", "выбыл");
    }
}
