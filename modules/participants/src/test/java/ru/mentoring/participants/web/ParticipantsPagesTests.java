package ru.mentoring.participants.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import ru.mentoring.agenda.Errands;
import ru.mentoring.agenda.Errands.Errand;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.CardFixture;
import ru.mentoring.participants.domain.ConsentDesk;
import ru.mentoring.participants.domain.ConsentDesk.Sheet;
import ru.mentoring.participants.domain.ConsentQueries;
import ru.mentoring.participants.domain.Registrant;
import ru.mentoring.participants.domain.Registration;
import ru.mentoring.participants.domain.SigningPolicy.Signer;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;
import ru.mentoringtest.registers.RegisterBook;

@ModuleTest
class ParticipantsPagesTests {

    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Autowired MockMvc mvc;
    @Autowired Registration registration;
    @Autowired ConsentDesk desk;
    @Autowired ConsentQueries consents;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;
    @Autowired Errands errands;
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

    private PersonId mentee(String name, int age) {
        var person = new Registrant(CardFixture.pupil(name, today, age), CardFixture.request());
        return school.ask(Role.CURATOR, () -> registration.register(person)).person();
    }

    private PersonId mentor(String name) {
        var card = CardFixture.adult(name, today, ru.mentoring.participants.Category.PARENT);
        var person = new Registrant(card, CardFixture.offer());
        return school.ask(Role.CURATOR, () -> registration.register(person)).person();
    }

    private ResultActions open(Role role, String page) throws Exception {
        return mvc.perform(get(school.path(page)).with(school.signedIn(role)));
    }

    private String page(Role role, String page) throws Exception {
        var answer = open(role, page).andReturn().getResponse();
        assertThat(answer.getStatus()).as(page).isEqualTo(200);
        return answer.getContentAsString();
    }

    private ResultActions send(Role role, String page, Map<String, String> fields)
            throws Exception {
        var request = post(school.path(page)).with(school.signedIn(role)).with(SignedIn.form());
        fields.forEach(request::param);
        return mvc.perform(request);
    }

    @Test
    void showsBothRegistersWithTheirOfficialColumns() throws Exception {
        mentee("Росинкина Аня", 13);
        mentor("Токарев Глеб");

        assertThat(page(Role.CURATOR, "/mentees"))
                .contains(
                        "Росинкина Аня",
                        "собирать электронику",
                        "Подснежникова Вера",
                        "ждёт согласия")
                .contains("Класс, год рождения", "Дата вхождения", "Наставник и форма");
        assertThat(page(Role.CURATOR, "/mentors"))
                .contains("Токарев Глеб", "робототехника", "12–16", "нет справки", "не обучен");
    }

    @Test
    void findsSortsAndPages() throws Exception {
        for (int i = 0; i < 55; i++) {
            mentee(
                    "Гайкин Матвей "
                            + (char) ('А' + i % 30)
                            + "лександрович".substring(0, 3 + i / 30),
                    13);
        }
        mentee("Росинкина Аня", 13);

        assertThat(page(Role.CURATOR, "/mentees?q=росин"))
                .contains("Росинкина Аня")
                .doesNotContain("Гайкин");
        assertThat(page(Role.CURATOR, "/mentees"))
                .contains("1–50 из 56")
                .doesNotContain("Росинкина Аня");
        assertThat(page(Role.CURATOR, "/mentees?page=2")).contains("51–56 из 56", "Росинкина Аня");
        assertThat(page(Role.CURATOR, "/mentees?sort=-name"))
                .contains("Росинкина Аня", "aria-sort=\"descending\"");
        assertThat(page(Role.CURATOR, "/mentees?category=TEACHER")).contains("По этим условиям");
        assertThat(page(Role.CURATOR, "/mentees?page=99"))
                .contains("51–56 из 56", "Росинкина Аня", "rel=\"prev\"");
        assertThat(page(Role.CURATOR, "/consents?page=99"))
                .contains("51–56 из 56", "Росинкина Аня");
        assertThat(page(Role.CURATOR, "/mentees?page=0")).contains("1–50 из 56");
        assertThat(page(Role.CURATOR, "/mentees?q=росин&page=99")).contains("Росинкина Аня");
    }

    @Test
    void saysHowToBeginWhenARegisterIsEmpty() throws Exception {
        assertThat(page(Role.CURATOR, "/mentees"))
                .contains("Наставляемых пока нет", "Загрузить список");
        assertThat(page(Role.CURATOR, "/mentors")).contains("Наставников пока нет");
        assertThat(page(Role.CURATOR, "/consents")).contains("Согласия собирать пока не с кого");
    }

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
    void takesAFileThroughPreviewToTheRegisters() throws Exception {
        var book = RegisterBook.of(3, 40, 4, today);

        var bytes = book.bytes();

        var preview = upload(bytes);
        assertThat(page(Role.CURATOR, preview))
                .contains("Пока ничего не сохранено", "4 строки с ошибками", "Загрузить 36 строк")
                .contains(book.broken().getFirst().person())
                .contains("База наставляемых".toLowerCase().substring(5));
        assertThat(page(Role.CURATOR, "/mentees")).contains("Наставляемых пока нет");
        var faults = open(Role.CURATOR, preview + "/faults.csv").andReturn().getResponse();
        assertThat(faults.getHeader("Content-Disposition"))
                .startsWith("attachment; filename=\"oshibki-v-spiske.csv\"")
                .contains("filename*=UTF-8''%D0%BE%D1%88%D0%B8%D0%B1%D0%BA%D0%B8-");
        assertThat(faults.getContentType()).isEqualTo("text/csv;charset=UTF-8");
        var table = faults.getContentAsString(StandardCharsets.UTF_8);
        assertThat(table).startsWith("\uFEFF\"Лист\";\"Строка\";\"Человек\";\"Что исправить\"\r\n");
        assertThat(table.lines()).hasSize(5);

        send(Role.CURATOR, preview + "/confirm", Map.of());

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> page(Role.CURATOR, preview).contains("Список загружен"));
        assertThat(page(Role.CURATOR, preview)).contains("В реестрах 36 строк файла");
        assertThat(page(Role.CURATOR, "/mentees")).contains("ждут согласия".substring(0, 3));
        assertThat(page(Role.CURATOR, preview + "/progress")).contains("36 из 36");
        assertThat(upload(bytes)).isEqualTo(preview);
    }

    private String upload(byte[] content) throws Exception {
        var answer = uploading(content).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(302);
        return answer.getRedirectedUrl().substring(school.path().length());
    }

    private ResultActions uploading(byte[] content) throws Exception {
        return mvc.perform(
                multipart(school.path("/import"))
                        .file(new MockMultipartFile("file", "реестр.xlsx", null, content))
                        .with(school.signedIn(Role.CURATOR))
                        .with(SignedIn.form()));
    }

    @Test
    void saysWhyAFileIsOfNoUse() throws Exception {
        var answer = uploading("ФИО;Класс".getBytes()).andReturn().getResponse();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("Это не таблица XLSX");
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

    private static int status(ResultActions answer) {
        return answer.andReturn().getResponse().getStatus();
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("/mentees", "CURATOR DEPUTY DIRECTOR PSYCHOLOGIST"),
                Arguments.of("/mentors", "CURATOR DEPUTY DIRECTOR PSYCHOLOGIST"),
                Arguments.of("/people/%s", "CURATOR DEPUTY DIRECTOR PSYCHOLOGIST"),
                Arguments.of("/people/%s/edit", "CURATOR DEPUTY"),
                Arguments.of("/people/new", "CURATOR DEPUTY"),
                Arguments.of("/import", "CURATOR DEPUTY"),
                Arguments.of("/consents", "CURATOR DEPUTY DIRECTOR"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensEachPageToItsRolesOnly(String address, String roles) throws Exception {
        var person = mentee("Росинкина Аня", 12).value();
        var page = address.formatted(person);

        for (var role : school.roles()) {
            assertThat(status(open(role, page)))
                    .as(role + " " + page)
                    .isEqualTo(List.of(roles.split(" ")).contains(role.name()) ? 200 : 403);
        }
    }

    @Test
    void keepsConsentsFromThePsychologist() throws Exception {
        var person = mentee("Росинкина Аня", 12).value();

        assertThat(page(Role.PSYCHOLOGIST, "/mentees"))
                .doesNotContain("Согласие на обработку данных");
        assertThat(page(Role.PSYCHOLOGIST, "/people/" + person)).doesNotContain("id=\"consents\"");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void knowsNoPersonOfAnotherSchool(String address, String roles) throws Exception {
        var person = mentee("Росинкина Аня", 12).value();
        var neighbour = district.school();

        var foreign =
                mvc.perform(
                        get(neighbour.path(address.formatted(person)))
                                .with(school.signedIn(Role.CURATOR)));
        var theirs =
                mvc.perform(
                        get(neighbour.path("/people/" + person))
                                .with(neighbour.signedIn(Role.CURATOR)));

        assertThat(status(foreign)).isEqualTo(404);
        assertThat(status(theirs)).isEqualTo(404);
    }

    @Test
    void hasNoPageForTheDistrict() throws Exception {
        assertThat(
                        status(
                                mvc.perform(
                                        get(district.path("/mentees"))
                                                .with(district.signedIn(Role.DISTRICT_OFFICER)))))
                .isEqualTo(404);
    }

    @Test
    void speaksEnglishToo() throws Exception {
        mentee("Росинкина Аня", 12);
        mentor("Токарев Глеб");

        for (var page : List.of("/mentees", "/mentors", "/consents", "/import", "/people/new")) {
            var answer =
                    mvc.perform(
                                    get(school.path(page))
                                            .cookie(
                                                    new jakarta.servlet.http.Cookie(
                                                            "language", "en"))
                                            .with(school.signedIn(Role.CURATOR)))
                            .andReturn()
                            .getResponse();
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getContentAsString())
                    .as(page)
                    .contains("lang=\"en\"")
                    .doesNotContain("??", "Согласия", "Наставляемые");
        }
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
