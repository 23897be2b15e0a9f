package ru.mentoring.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import ru.mentoring.participants.Born;
import ru.mentoring.participants.Category;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.Card;
import ru.mentoring.participants.domain.Clearance;
import ru.mentoring.participants.domain.ConsentDesk;
import ru.mentoring.participants.domain.ConsentDesk.Sheet;
import ru.mentoring.participants.domain.PersonName;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.participants.domain.Representative;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.participants.domain.Wish;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class PairPagesTests {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired MockMvc mvc;
    @Autowired Registration registration;
    @Autowired ConsentDesk desk;
    @Autowired Clearance clearance;
    @Autowired Regions regions;
    @Autowired Clock clock;

    private Regions.District district;
    private Regions.Org school;
    private LocalDate today;

    @BeforeEach
    void openSchool() {
        district = regions.fresh().district();
        school = district.school();
        today = LocalDate.now(clock);
    }

    private PersonId person(String name, Category category, int age, Wish wish) {
        var card =
                new Card(
                        PersonName.parse(name).orElseThrow(),
                        Born.on(today.minusYears(age).minusDays(50)),
                        category,
                        category == Category.PUPIL ? "9А" : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Representative("Росинкина Ирина", null));
        return school.ask(Role.CURATOR, () -> registration.register(new Registrant(card, wish)))
                .person();
    }

    private PersonId mentee(String name) {
        var mentee = person(name, Category.PUPIL, 13, new Wish.Request("станки", null));
        sign(mentee, ConsentKind.CN1, Signer.REPRESENTATIVE);
        sign(mentee, ConsentKind.CN2, Signer.REPRESENTATIVE);
        return mentee;
    }

    private PersonId stranger(String name) {
        return person(
                name,
                Category.EMPLOYEE,
                40,
                new Wish.Offer("станки", null, null, null, null, null, null));
    }

    private PersonId mentor(String name) {
        var mentor = stranger(name);
        sign(mentor, ConsentKind.CN1, Signer.PERSON);
        school.as(Role.CURATOR, () -> clearance.train(mentor, today, null));
        school.as(Role.CURATOR, () -> clearance.check(mentor, "справка 12", today, null));
        return mentor;
    }

    private void sign(PersonId person, ConsentKind kind, Signer signer) {
        var sheet = new Sheet(kind, Set.of(signer), today, null, null, null);
        school.ask(Role.CURATOR, () -> desk.record(List.of(person), sheet));
    }

    private MockHttpServletResponse open(Role role, String page) throws Exception {
        return mvc.perform(get(school.path(page)).with(school.signedIn(role)))
                .andReturn()
                .getResponse();
    }

    private String page(String page) throws Exception {
        var answer = open(Role.CURATOR, page);
        assertThat(answer.getStatus()).as(page).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(Role role, String page, String... fields)
            throws Exception {
        var request = post(school.path(page)).with(school.signedIn(role)).with(SignedIn.form());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private String proposed(PersonId mentor, PersonId... mentees) throws Exception {
        var fields = new ArrayList<String>();
        fields.addAll(List.of("wanted", "EMPLOYER_PUPIL", "mentor", mentor.value().toString()));
        for (var mentee : mentees) {
            fields.addAll(List.of("mentees", mentee.value().toString()));
        }
        var answer = send(Role.CURATOR, "/pairs", fields.toArray(String[]::new));
        assertThat(answer.getStatus()).isEqualTo(302);
        return answer.getRedirectedUrl().substring(school.path().length());
    }

    private void confirm(String pair, PersonId person, String voice) throws Exception {
        var answer =
                send(
                        Role.CURATOR,
                        pair + "/confirmations",
                        "person",
                        person.value().toString(),
                        "voice",
                        voice,
                        "how",
                        "PHONE",
                        "on",
                        PAPER.format(today));
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private String started(PersonId mentor, PersonId mentee) throws Exception {
        var pair = proposed(mentor, mentee);
        confirm(pair, mentor, "PERSON");
        confirm(pair, mentee, "PERSON");
        confirm(pair, mentee, "REPRESENTATIVE");
        assertThat(
                        send(
                                        Role.CURATOR,
                                        pair + "/order",
                                        "number",
                                        "41-о",
                                        "date",
                                        PAPER.format(today))
                                .getStatus())
                .isEqualTo(302);
        return pair;
    }

    private MockHttpServletResponse meet(String pair, String type, String... more)
            throws Exception {
        var version = page(pair).replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        var fields = new ArrayList<String>();
        fields.addAll(
                List.of(
                        "version",
                        version,
                        "type",
                        type,
                        "heldOn",
                        PAPER.format(today),
                        "minutes",
                        "45",
                        "format",
                        "IN_PERSON",
                        "topic",
                        "робототехника",
                        "result",
                        "собрали схему"));
        for (int i = 0; i < more.length; i += 2) {
            int place = fields.indexOf(more[i]);
            if (place >= 0) {
                fields.set(place + 1, more[i + 1]);
            } else {
                fields.addAll(List.of(more[i], more[i + 1]));
            }
        }
        return send(Role.CURATOR, pair + "/meetings", fields.toArray(String[]::new));
    }

    @Test
    void findsPairsByTheNamesOfBothSidesAndByTheOrder() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));
        var other = proposed(mentor("Зимин Олег"), mentee("Лисова Вера"));

        for (var typed : List.of("токарев росинкина", "росинк", "такарев глеб", "41-о")) {
            assertThat(found(school, Role.CURATOR, typed))
                    .as(typed)
                    .contains("Токарев Глеб — Росинкина Аня", "работает · 41-о")
                    .contains(school.path(pair))
                    .doesNotContain(other);
        }
        assertThat(found(school, Role.CURATOR, "токарев лисова")).doesNotContain(pair, other);
        assertThat(found(school, Role.CLASS_TEACHER, "росинкина")).doesNotContain(pair);
        assertThat(found(district.school(), Role.CURATOR, "росинкина"))
                .contains("Ничего не нашлось");
    }

    private String found(Regions.Org where, Role role, String typed) throws Exception {
        var answer =
                mvc.perform(
                                post(where.path("/find"))
                                        .param("q", typed)
                                        .with(where.signedIn(role))
                                        .with(SignedIn.form()))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    @Test
    void showsWhatIsMissingBeforeAnythingIsProposed() throws Exception {
        var mentor = stranger("Токарев Глеб");
        var mentee = person("Росинкина Аня", Category.PUPIL, 13, new Wish.Request("станки", null));

        var list = page("/pairs/new?wanted=EMPLOYER_PUPIL");
        assertThat(list)
                .contains(
                        "Токарев Глеб",
                        "Росинкина Аня",
                        "свободно 5 из 5",
                        "нет согласия",
                        "не обучен");

        var checked =
                page(
                        "/pairs/new?wanted=EMPLOYER_PUPIL&mentor="
                                + mentor.value()
                                + "&mentees="
                                + mentee.value());
        assertThat(checked)
                .contains("Пока нельзя: вот чего не хватает")
                .contains("Росинкина Аня: нет действующего согласия на обработку данных")
                .contains("Токарев Глеб: не отмечено обучение")
                .contains("Токарев Глеб: нет действующей справки")
                .doesNotContain("Предложить пару");
        var refused =
                send(
                        Role.CURATOR,
                        "/pairs",
                        "wanted",
                        "EMPLOYER_PUPIL",
                        "mentor",
                        mentor.value().toString(),
                        "mentees",
                        mentee.value().toString());
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Исправьте 5 ошибок");
    }

    @Test
    void offersToProposeWhenEverythingIsReady() throws Exception {
        var mentor = mentor("Токарев Глеб");
        var mentee = mentee("Росинкина Аня");

        assertThat(
                        page(
                                "/pairs/new?wanted=EMPLOYER_PUPIL&mq=мост&mentor="
                                        + mentor.value()
                                        + "&mentees="
                                        + mentee.value()))
                .contains("Всё готово, пару можно предложить", "Предложить пару", "Токарев Глеб");
    }

    @Test
    void goesFromTheProposalToTheEnd() throws Exception {
        var mentor = mentor("Токарев Глеб");
        var mentee = mentee("Росинкина Аня");
        var pair = proposed(mentor, mentee);

        assertThat(page(pair))
                .contains(
                        "предложена",
                        "наставник ещё не подтвердил",
                        "представитель ещё не подтвердил");
        var early = send(Role.CURATOR, pair + "/order", "number", "", "date", "");
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(early.getContentAsString())
                .contains("Исправьте 4 ошибки", "укажите номер и дату приказа");

        confirm(pair, mentor, "PERSON");
        confirm(pair, mentee, "PERSON");
        confirm(pair, mentee, "REPRESENTATIVE");
        assertThat(page(pair)).contains("Всё подтверждено. Укажите приказ");
        send(Role.CURATOR, pair + "/order", "number", "41-о", "date", PAPER.format(today));
        assertThat(page(pair))
                .contains("Приказ №\u00a041-о", "Записать встречу", "Встреча-знакомство");

        assertThat(
                        meet(
                                        pair,
                                        "ACQUAINTANCE",
                                        "mentorContinues",
                                        "true",
                                        "menteesContinue",
                                        "true")
                                .getStatus())
                .isEqualTo(302);
        assertThat(page(pair))
                .contains("собрали схему", "Продолжать: наставник да, наставляемый да");
        assertThat(page("/pairs"))
                .contains("Токарев Глеб", "Росинкина Аня", "работает", "Встреча-знакомство");

        assertThat(page(pair + "/end")).contains("Завершение пары", "Причина");
        var version =
                page(pair + "/end").replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
        var unexplained =
                send(
                        Role.CURATOR,
                        pair + "/end",
                        "version",
                        version,
                        "reason",
                        "OTHER",
                        "on",
                        PAPER.format(today));
        assertThat(unexplained.getStatus()).isEqualTo(422);
        assertThat(unexplained.getContentAsString()).contains("Напишите пояснение");
        send(
                Role.CURATOR,
                pair + "/end",
                "version",
                version,
                "reason",
                "MUTUAL_WISH",
                "on",
                PAPER.format(today));
        assertThat(page(pair)).contains("прекращена", "желание обеих сторон");
    }

    @Test
    void namesWhatAMeetingStillNeeds() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        assertThat(meet(pair, "ACQUAINTANCE").getContentAsString())
                .contains(
                        "Наставник хочет продолжать: отметьте «да» или «нет»",
                        "Наставляемый хочет продолжать: отметьте «да» или «нет»");
        assertThat(meet(pair, "ACQUAINTANCE", "minutes", "3").getContentAsString())
                .contains("href=\"#minutes\">Укажите от 5 до 600 минут");
        assertThat(meet(pair, "FINAL").getContentAsString())
                .contains("Сначала должна пройти другая встреча");
        var empty = send(Role.CURATOR, pair + "/meetings", "version", "0", "type", "ACQUAINTANCE");
        assertThat(empty.getStatus()).isEqualTo(422);
    }

    @Test
    void tellsWhoStillWorksOnAnOldPage() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        var late =
                send(
                        Role.CURATOR,
                        pair + "/end",
                        "version",
                        "999",
                        "reason",
                        "MUTUAL_WISH",
                        "on",
                        PAPER.format(today));

        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("данные пары изменились");
        assertThat(page(pair)).contains("Записать встречу");
    }

    @Test
    void keepsWhatWasWrittenAboutAMeetingOnAnOldPage() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        var late =
                meet(
                        pair,
                        "ACQUAINTANCE",
                        "version",
                        "999",
                        "mentorContinues",
                        "true",
                        "menteesContinue",
                        "true");

        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString())
                .contains(
                        "поэтому встреча не записана", "value=\"робототехника\"", "собрали схему");
        send(
                Role.CURATOR,
                pair + "/end",
                "version",
                version(pair),
                "reason",
                "MUTUAL_WISH",
                "on",
                PAPER.format(today));
        assertThat(meet(pair, "ACQUAINTANCE", "version", "1").getContentAsString())
                .contains("Пока страница была открыта, пара завершена");
    }

    @Test
    void startsNoPairByAnOrderOfAnEarlierSchoolYear() throws Exception {
        var mentor = mentor("Токарев Глеб");
        var mentee = mentee("Росинкина Аня");
        var pair = proposed(mentor, mentee);
        confirm(pair, mentor, "PERSON");
        confirm(pair, mentee, "PERSON");
        confirm(pair, mentee, "REPRESENTATIVE");

        var slip =
                send(
                        Role.CURATOR,
                        pair + "/order",
                        "number",
                        "41-о",
                        "date",
                        PAPER.format(today.minusYears(100)));

        assertThat(slip.getStatus()).isEqualTo(422);
        assertThat(slip.getContentAsString())
                .contains("href=\"#date\"", "Раньше этого учебного года. Проверьте год");
        assertThat(page(pair)).contains("Начать работу пары");
    }

    @Test
    void leavesNoTraceOfAFieldThatWasLeftEmpty() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        meet(
                pair,
                "ACQUAINTANCE",
                "mentorContinues",
                "true",
                "menteesContinue",
                "true",
                "place",
                " ",
                "agreement",
                "");

        assertThat(page(pair)).contains("собрали схему", "очно").doesNotContain("Договорились");
    }

    @Test
    void putsThoseWhoAreFreeFirst() throws Exception {
        var mentor = mentor("Токарев Глеб");
        proposed(mentor, mentee("Абрикосова Аня"));
        mentee("Яблочкина Яна");

        assertThat(page("/pairs/new?wanted=EMPLOYER_PUPIL"))
                .containsSubsequence("Яблочкина Яна", "Абрикосова Аня");
        assertThat(page("/pairs/new?wanted=EMPLOYER_PUPIL"))
                .doesNotContain("Выберите наставника и");
    }

    @Test
    void saysThatNobodyIsChosenYet() throws Exception {
        var checked = open(Role.CURATOR, "/pairs/new?wanted=EMPLOYER_PUPIL&check=true");

        assertThat(checked.getContentAsString())
                .contains("id=\"problems\"", "Выберите наставника и хотя бы одного наставляемого");
    }

    @Test
    void plansAMeetingAndCallsItOff() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        send(
                Role.CURATOR,
                pair + "/meetings/plan",
                "seen",
                version(pair),
                "kind",
                "ACQUAINTANCE",
                "plannedOn",
                today.plusDays(3).toString(),
                "manner",
                "ONLINE");
        var planned = page(pair);
        assertThat(planned).contains("запланирована", "Отменить встречу");

        var cancel =
                planned.replaceAll(
                        "(?s).*action=\"[^\"]*(/meetings/[0-9a-f-]{36}/cancel)\".*", "$1");
        send(Role.CURATOR, pair + cancel);

        assertThat(page(pair)).contains("отменена");
        assertThat(
                        mvc.perform(
                                        post(school.path(pair + cancel))
                                                .with(school.signedIn(Role.CURATOR))
                                                .with(SignedIn.form()))
                                .andReturn()
                                .getFlashMap()
                                .get("banner"))
                .isEqualTo("programs.banner.not-cancelled");
    }

    private String version(String pair) throws Exception {
        return page(pair).replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private MockHttpServletResponse confirmation(String pair, PersonId person, String on)
            throws Exception {
        return send(
                Role.CURATOR,
                pair + "/confirmations",
                "person",
                person.value().toString(),
                "voice",
                "PERSON",
                "how",
                "PHONE",
                "on",
                on);
    }

    @Test
    void saysWhyAConfirmationIsRefused() throws Exception {
        var mentor = mentor("Токарев Глеб");
        var pair = proposed(mentor, mentee("Росинкина Аня"));

        var future = confirmation(pair, mentor, PAPER.format(today.plusDays(1)));
        assertThat(future.getStatus()).isEqualTo(422);
        assertThat(future.getContentAsString())
                .contains("id=\"problems\"", "href=\"#on\"", "id=\"on\"", "id=\"on-error\"")
                .contains("Этот день ещё не наступил")
                .contains("value=\"" + PAPER.format(today.plusDays(1)) + "\"");
        assertThat(confirmation(pair, mentor, "").getContentAsString())
                .contains("id=\"problems\"", "id=\"on-error\"");
        assertThat(confirmation(pair, mentor, "вчера").getContentAsString())
                .contains("id=\"problems\"", "id=\"on-error\"", "value=\"вчера\"");
        assertThat(confirmation(pair, mentor, "12.10.1026").getContentAsString())
                .contains("Проверьте год");
    }

    @Test
    void tellsWhoConfirmsOnAnOldPageThatItIsDoneOrOver() throws Exception {
        var mentor = mentor("Токарев Глеб");
        var pair = proposed(mentor, mentee("Росинкина Аня"));
        confirm(pair, mentor, "PERSON");

        var again = confirmation(pair, mentor, PAPER.format(today));
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("Это подтверждение уже записано");

        var other = started(mentor("Цветкова Нина"), mentee("Росинкин Пётр"));
        var late = confirmation(other, mentor, PAPER.format(today));
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString()).contains("Подтверждение не записано");
    }

    @Test
    void tellsWhoGivesTheOrderOnAnOldPageThatThePairHasStarted() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        var late =
                send(Role.CURATOR, pair + "/order", "number", "42-о", "date", PAPER.format(today));

        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(late.getContentAsString())
                .contains("id=\"problems\"", "Пара уже начала работу или завершена");
    }

    private MockHttpServletResponse plan(String pair, String seen, String kind, LocalDate on)
            throws Exception {
        return send(
                Role.CURATOR,
                pair + "/meetings/plan",
                "seen",
                seen,
                "kind",
                kind,
                "plannedOn",
                on.toString(),
                "manner",
                "ONLINE");
    }

    @Test
    void plansNothingOnAnOldPageOutOfOrderOrForYesterday() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));
        var seen = version(pair);

        assertThat(plan(pair, seen, "ACQUAINTANCE", today.minusDays(1)).getContentAsString())
                .contains("href=\"#plannedOn\"", "Этот день уже прошёл");
        assertThat(plan(pair, seen, "FINAL", today.plusDays(1)).getContentAsString())
                .contains("href=\"#kind\"", "Сначала должна пройти другая встреча");

        assertThat(plan(pair, seen, "ACQUAINTANCE", today.plusDays(1)).getStatus()).isEqualTo(302);
        assertThat(plan(pair, seen, "ACQUAINTANCE", today.plusDays(2)).getContentAsString())
                .contains("поэтому встреча не назначена");

        var waiting = proposed(mentor("Цветкова Нина"), mentee("Росинкин Пётр"));
        var early = plan(waiting, version(waiting + "/end"), "ACQUAINTANCE", today.plusDays(1));
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(early.getContentAsString()).contains("Встреча не назначена");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "0", "-5", "99999999999", "99999999999999999999999", "два", ""})
    void showsThePageNearestToTheOneAskedFor(String number) throws Exception {
        started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        assertThat(page("/pairs?page=" + number)).contains("Токарев Глеб", "Найдена 1 пара");
    }

    @Test
    void asksEachMenteeOfAGroupWhetherToGoOn() throws Exception {
        var mentor = mentor("Токарев Глеб");
        var anna = mentee("Росинкина Аня");
        var peter = mentee("Росинкин Пётр");
        var group = proposed(mentor, anna, peter);
        confirm(group, mentor, "PERSON");
        for (var mentee : List.of(anna, peter)) {
            confirm(group, mentee, "PERSON");
            confirm(group, mentee, "REPRESENTATIVE");
        }
        send(Role.CURATOR, group + "/order", "number", "41-о", "date", PAPER.format(today));

        var half =
                meet(
                        group,
                        "ACQUAINTANCE",
                        "mentorContinues",
                        "true",
                        "menteesContinue",
                        "true",
                        "continues-" + anna.value(),
                        "true",
                        "continues-" + peter.value(),
                        "perhaps");
        assertThat(half.getStatus()).isEqualTo(422);
        assertThat(half.getContentAsString())
                .contains("Росинкин Пётр: отметьте, хочет ли продолжать", "Отметьте «да» или «нет»")
                .doesNotContain("Росинкина Аня: отметьте");

        meet(
                group,
                "ACQUAINTANCE",
                "mentorContinues",
                "true",
                "continues-" + anna.value(),
                "true",
                "continues-" + peter.value(),
                "false");

        assertThat(page(group))
                .contains(
                        "Росинкина Аня: да",
                        "Росинкин Пётр: нет",
                        "в группе до",
                        "<h1>Токарев Глеб — Росинкина Аня</h1>");
        assertThat(page("/people/" + peter.value()))
                .contains("Сейчас ни одной пары", "Раньше", "участие в группе окончено");
        assertThat(page("/mentors")).contains("Росинкина Аня").doesNotContain("Росинкин Пётр");
        assertThat(page("/pairs/new?wanted=EMPLOYER_PUPIL")).contains("свободно 4 из 5");
    }

    @Test
    void showsAFinishedPairAsHistoryOnly() throws Exception {
        var mentor = mentor("Токарев Глеб");
        var pair = started(mentor, mentee("Росинкина Аня"));
        send(
                Role.CURATOR,
                pair + "/end",
                "version",
                version(pair),
                "reason",
                "MUTUAL_WISH",
                "on",
                PAPER.format(today));

        assertThat(page("/mentors")).contains("Токарев Глеб").doesNotContain("Росинкина Аня");
        assertThat(page("/people/" + mentor.value()))
                .contains("Сейчас ни одной пары", "Раньше", "Росинкина Аня");
    }

    @Test
    void saysHowToBeginWhenThereIsNoPair() throws Exception {
        assertThat(page("/pairs")).contains("Пар пока нет", "Сформировать пару");
        assertThat(page("/pairs/new")).contains("В реестре нет наставников для этой формы");
    }

    @Test
    void filtersTheList() throws Exception {
        started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        assertThat(page("/pairs?state=STARTED")).contains("Токарев Глеб", "Найдена 1 пара");
        assertThat(page("/pairs?state=DISSOLVED")).contains("По этим условиям ничего не нашлось");
        assertThat(page("/pairs?signal=quiet")).contains("По этим условиям ничего не нашлось");
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("/pairs", "CURATOR DEPUTY DIRECTOR PSYCHOLOGIST"),
                Arguments.of("%s", "CURATOR DEPUTY DIRECTOR PSYCHOLOGIST"),
                Arguments.of("%s/end", "CURATOR DEPUTY"),
                Arguments.of("/pairs/new", "CURATOR DEPUTY"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensEachPageToItsRolesOnly(String address, String roles) throws Exception {
        var pair = proposed(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        for (var role : school.roles()) {
            assertThat(open(role, address.formatted(pair)).getStatus())
                    .as(role + " " + address)
                    .isEqualTo(List.of(roles.split(" ")).contains(role.name()) ? 200 : 403);
        }
    }

    @Test
    void letsNobodyElseActOnAPair() throws Exception {
        var mentor = mentor("Токарев Глеб");
        var pair = proposed(mentor, mentee("Росинкина Аня"));

        for (var role : List.of(Role.DIRECTOR, Role.PSYCHOLOGIST)) {
            for (var command :
                    List.of("/confirmations", "/order", "/meetings", "/meetings/plan", "/end")) {
                assertThat(send(role, pair + command).getStatus())
                        .as(role + command)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void knowsNoPairOfAnotherSchool() throws Exception {
        var pair = proposed(mentor("Токарев Глеб"), mentee("Росинкина Аня"));
        var neighbour = district.school();

        for (var page : List.of(pair, pair + "/end")) {
            assertThat(
                            mvc.perform(
                                            get(neighbour.path(page))
                                                    .with(neighbour.signedIn(Role.CURATOR)))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus())
                    .isEqualTo(404);
        }
        assertThat(
                        mvc.perform(
                                        post(neighbour.path(pair + "/order"))
                                                .param("number", "1")
                                                .param("date", PAPER.format(today))
                                                .with(neighbour.signedIn(Role.CURATOR))
                                                .with(SignedIn.form()))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void showsTheRegisterWithWhomSomebodyWorks() throws Exception {
        started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        assertThat(page("/mentees")).contains("Токарев Глеб", "работодатель – ученик", "в паре");
        assertThat(page("/mentors")).contains("Росинкина Аня");
    }

    @Test
    void speaksEnglishToo() throws Exception {
        var pair = started(mentor("Токарев Глеб"), mentee("Росинкина Аня"));

        for (var page : List.of("/pairs", "/pairs/new", pair, pair + "/end")) {
            var answer =
                    mvc.perform(
                                    get(school.path(page))
                                            .cookie(new Cookie("language", "en"))
                                            .with(school.signedIn(Role.CURATOR)))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .as(page)
                    .contains("lang=\"en\"")
                    .doesNotContain("??", "Встреч", "Наставник");
        }
    }
}
