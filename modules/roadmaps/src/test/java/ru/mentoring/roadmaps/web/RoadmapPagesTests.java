package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class RoadmapPagesTests {

    private static final String PAPER =
            """
            План мероприятий (дорожная карта) внедрения наставничества обучающихся в Испытательной школе на 2026/27 учебный год
            №\tНаименование мероприятий\tСрок реализации\tОтветственный исполнитель\tРезультат
            1. Организация работы
            1.1\tСобрать базу наставляемых\tдо 15.10.2026\tКуратор\tБаза собрана
            1.2\tПровести обучение наставников\tпо отдельному графику\tРуководитель\tПротокол занятий
            2. Наблюдение
            2.1\tПровести диагностику\tноябрь - апрель 2026 года\tПсихолог\tСправка
            """;

    private static final Pattern REMARK = Pattern.compile("remarks/([0-9a-f-]{36})/answer");

    @Autowired MockMvcTester mvc;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;

    private Regions.District district;
    private Regions.Org school;

    @BeforeEach
    void openSchool() {
        district = regions.fresh().district();
        school = district.school();
    }

    @Test
    void takesAPaperAllTheWayIntoForce() {
        var preview = location(upload(PAPER));
        var page = get(school, Role.CURATOR, preview);
        assertThat(page)
                .contains("Нашли 3 пункта.")
                .contains("1 вопрос к вам")
                .contains("ноябрь - апрель 2026 года")
                .contains("months 2026-11 2027-04");
        assertThat(roadmaps()).isZero();

        var roadmap =
                location(save(preview, page, "parts[1].rows[0].choice", "months 2026-11 2027-04"));
        assertThat(roadmaps()).isEqualTo(1);
        assertThat(get(school, Role.CURATOR, roadmap))
                .contains("Собрать базу наставляемых")
                .contains("по отдельному графику")
                .contains("Черновик");

        submit(roadmap);
        var review = review(roadmap);
        assertThat(get(district, Role.DISTRICT_OFFICER, district.path("/review")))
                .contains("первая подача")
                .contains("На проверке 1 карта");
        var items = items(roadmap);
        assertThat(
                        post(
                                district,
                                Role.DISTRICT_OFFICER,
                                review + "/rows/" + items.get(1) + "/remark",
                                Map.of(
                                        "edition",
                                        "1",
                                        "field",
                                        "DEADLINE",
                                        "text",
                                        "Укажите даты")))
                .hasStatus3xxRedirection();
        post(district, Role.DISTRICT_OFFICER, review + "/rest", Map.of("edition", "1"));
        assertThat(get(district, Role.DISTRICT_OFFICER, review + "/decision"))
                .contains("Вернуть с замечаниями")
                .contains("Укажите даты");
        decide(review, "return");

        var returned = get(school, Role.CURATOR, roadmap);
        assertThat(returned).contains("Возвращена на доработку").contains("Укажите даты");
        var refused =
                post(
                        school,
                        Role.CURATOR,
                        roadmap + "/submission",
                        Map.of("seen", version(roadmap)));
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("На замечание к пункту 1.2 нет ответа");

        answer(roadmap, returned, items.get(1), "до 20.10.2026");
        submit(roadmap);
        assertThat(get(district, Role.DISTRICT_OFFICER, review))
                .contains("повторно, версия 2")
                .contains("<ins>до 20.10.2026</ins>")
                .contains("Даты указали")
                .doesNotContain("Провести диагностику</p>");
        post(
                district,
                Role.DISTRICT_OFFICER,
                review + "/rows/" + items.get(1) + "/acceptance",
                Map.of("edition", "2"));
        decide(review, "agreement");

        take(Role.CURATOR, roadmap, "/hand-over", Map.of());
        take(Role.DIRECTOR, roadmap, "/approval", Map.of("number", "12-о", "date", "01.09.2020"));
        assertThat(get(school, Role.CURATOR, roadmap)).contains("Утверждена").contains("12-о");
        assertThat(
                        oracle.count(
                                "select count(*) from roadmaps.roadmap where org_id = ? and state = 'IN_FORCE'",
                                school.id().value()))
                .isEqualTo(1);
    }

    @Test
    void leadsTheCuratorFromHomeToTheRoadmapThatIsMissing() {
        assertThat(get(school, Role.CURATOR, school.path("/home")))
                .contains("Загрузить дорожную карту на")
                .contains(school.path("/roadmap/new"))
                .doesNotContain("Всё сделано");
        assertThat(get(school, Role.DIRECTOR, school.path("/home")))
                .doesNotContain("Загрузить дорожную карту на");
        assertThat(get(district, Role.DISTRICT_OFFICER, district.path("/home")))
                .doesNotContain("Загрузить дорожную карту на");
    }

    @Test
    void leadsWithTheRoadmapOfThisYearWhereOnlyAnEarlierOneIsThere() {
        var preview = location(upload(PAPER));
        var earlier =
                location(
                        send(
                                preview,
                                get(school, Role.CURATOR, preview),
                                Map.of(
                                        "action", "save",
                                        "startYear", "2020",
                                        "from", "01.09.2020",
                                        "to", "31.08.2021")));

        assertThat(get(school, Role.CURATOR, school.path("/roadmap")))
                .contains("Дорожной карты для обучающихся на")
                .containsSubsequence("Загрузить карту из Word", earlier, "2020/21");
    }

    @Test
    void namesAnOpenQuestionWhereverItKeepsTheRoadmapFromBeingSent() {
        var preview = location(upload(PAPER.replace("2.1\t", "2.1.\t")));
        var read = get(school, Role.CURATOR, preview);
        assertThat(read).contains("href=\"#r-1-0\"").contains("Пункт 2.1:");
        var roadmap = location(send(preview, read, Map.of("action", "save")));
        var question = roadmap + "/items/" + items(roadmap).get(2);

        assertThat(get(school, Role.CURATOR, roadmap))
                .containsSubsequence(question, "У пункта 2.1 не уточнён срок");
        var submission = get(school, Role.CURATOR, roadmap + "/submission");
        assertThat(submission)
                .containsOnlyOnce("пункта 2.1 ")
                .containsSubsequence(question, "У пункта 2.1 не уточнён срок")
                .contains("Срок без даты: 1.2")
                .doesNotContain("action=\"" + roadmap + "/submission\"");
    }

    @Test
    void tellsTheNextPersonAtEachStep() {
        var roadmap = roadmap();
        submit(roadmap);
        assertThat(openTasks(district)).containsExactly("roadmaps.task.review");

        post(district, Role.DISTRICT_OFFICER, review(roadmap) + "/rest", Map.of("edition", "1"));
        decide(review(roadmap), "agreement");
        assertThat(openTasks(district)).isEmpty();
        assertThat(openTasks(school)).containsExactly("roadmaps.task.hand-over");

        take(Role.CURATOR, roadmap, "/hand-over", Map.of());
        assertThat(openTasks(school)).containsExactly("roadmaps.task.approve");

        take(Role.DIRECTOR, roadmap, "/approval", Map.of("number", "1", "date", "01.09.2020"));
        assertThat(openTasks(school)).isEmpty();
        assertThat(
                        oracle.count(
                                "select count(*) from agenda.letter where region_id = ?",
                                school.region().value()))
                .isPositive();
    }

    @Test
    void keepsCorrectionsDropsWhatIsNoItemAndAddsOnesByHand() {
        var preview = location(upload(PAPER));
        var page = get(school, Role.CURATOR, preview);

        var added =
                send(preview, page, Map.of("action", "add-1", "parts[0].rows[1].dropped", "on"));
        assertThat(added).hasStatus3xxRedirection();
        var again = get(school, Role.CURATOR, preview);
        assertThat(again).contains("не пункт карты").contains("Новый пункт");

        var refused = send(preview, again, Map.of("action", "save"));
        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("Есть пункт без названия");
        assertThat(roadmaps()).isZero();

        var saved =
                send(
                        preview,
                        get(school, Role.CURATOR, preview),
                        Map.of(
                                "action",
                                "save",
                                "parts[1].rows[1].title",
                                "Подвести итоги",
                                "parts[1].rows[1].responsible",
                                "Куратор\nДиректор"));
        var roadmap = location(saved);
        assertThat(get(school, Role.CURATOR, roadmap))
                .contains("Подвести итоги")
                .doesNotContain("Провести обучение наставников");
    }

    @Test
    void savesAFormThatIsSentTwiceOnce() {
        var preview = location(upload(PAPER));
        var fields = fields(get(school, Role.CURATOR, preview), Map.of("action", "save"));
        var key = UUID.randomUUID();

        var first = post(school, Role.CURATOR, preview, fields, key);
        var second = post(school, Role.CURATOR, preview, fields, key);

        assertThat(location(second)).isEqualTo(location(first));
        assertThat(roadmaps()).isEqualTo(1);
    }

    @Test
    void showsBothTextsWhenTwoPeopleChangeOneRow() {
        var roadmap = roadmap();
        var item = roadmap + "/items/" + items(roadmap).getFirst();
        var seen = fields(get(school, Role.CURATOR, item), Map.of());
        var mine = new java.util.HashMap<>(seen);
        mine.put("title", "Собрать базу по-моему");
        var theirs = new java.util.HashMap<>(seen);
        theirs.put("title", "Собрать базу иначе");

        assertThat(post(school, Role.DEPUTY, item, theirs)).hasStatus3xxRedirection();
        var conflict = post(school, Role.CURATOR, item, mine);

        assertThat(conflict).hasStatus(409);
        assertThat(body(conflict)).contains("Собрать базу по-моему").contains("Собрать базу иначе");
        assertThat(get(school, Role.CURATOR, roadmap)).contains("Собрать базу иначе");
    }

    @Test
    void asksBackWhenADeadlineIsNotClear() {
        var roadmap = roadmap();
        var item = roadmap + "/items/" + items(roadmap).getFirst();
        var fields = fields(get(school, Role.CURATOR, item), Map.of());
        fields.put("deadlineText", "декабрь - март 2026 года");

        var asked = post(school, Role.CURATOR, item, fields);
        assertThat(asked).hasStatus(422);
        assertThat(body(asked)).contains("переходит через Новый год");

        fields.put("choice", "months 2026-12 2027-03");
        assertThat(post(school, Role.CURATOR, item, fields)).hasStatus3xxRedirection();
        assertThat(
                        oracle.jdbc()
                                .sql("select deadline from roadmaps.item where id = ?")
                                .param(items(roadmap).getFirst())
                                .query(String.class)
                                .single())
                .isEqualTo("months 2026-12 2027-03");
    }

    @ParameterizedTest
    @CsvSource({
        "карта.pdf,%PDF-1.7,PDF",
        "карта.docx,это не архив,Word",
        "карта.docx,'',пуст",
        "карта.exe,MZ,DOCX",
        "карта.txt,Просто письмо без пунктов и таблицы,"
    })
    void refusesWhatIsNoRoadmapWithAMessageOfItsOwn(String name, String content, String says) {
        var answer =
                mvc.post()
                        .uri(school.path("/roadmap/uploads"))
                        .multipart()
                        .file(
                                new MockMultipartFile(
                                        "file",
                                        name,
                                        "application/octet-stream",
                                        content.getBytes(StandardCharsets.UTF_8)))
                        .with(school.signedIn(Role.CURATOR))
                        .with(SignedIn.form())
                        .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(body(answer))
                .contains("Карту прочитать не получилось")
                .contains(says == null ? "карт" : says);
        assertThat(
                        oracle.count(
                                "select count(*) from roadmaps.upload where org_id = ?",
                                school.id().value()))
                .isZero();
    }

    @Test
    void opensEachPageToWhomItBelongsAndToNobodyElse() {
        var roadmap = roadmap();
        var id = roadmap.substring(roadmap.lastIndexOf('/') + 1);
        assertThat(status(school, Role.CURATOR, roadmap)).isEqualTo(200);
        assertThat(status(school, Role.PSYCHOLOGIST, roadmap)).isEqualTo(200);
        assertThat(status(school, Role.DIRECTOR, roadmap + "/submission")).isEqualTo(403);
        assertThat(status(school, Role.CURATOR, roadmap + "/approval")).isEqualTo(403);
        assertThat(status(school, Role.PSYCHOLOGIST, school.path("/roadmap/new"))).isEqualTo(403);
        assertThat(status(district, Role.DISTRICT_OFFICER, district.path("/roadmap/" + id)))
                .as("a draft is the school's own")
                .isEqualTo(404);

        submit(roadmap);

        assertThat(status(district, Role.DISTRICT_OFFICER, district.path("/roadmap/" + id)))
                .isEqualTo(200);
        var neighbour = district.school();
        var otherDistrict = regions.fresh().district();
        for (var page :
                List.of("", "/submission", "/items/" + items(roadmap).getFirst(), "/withdrawal")) {
            assertThat(status(neighbour, Role.CURATOR, neighbour.path("/roadmap/" + id + page)))
                    .as(page)
                    .isEqualTo(404);
            assertThat(status(neighbour, Role.CURATOR, school.path("/roadmap/" + id + page)))
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(
                        status(
                                otherDistrict,
                                Role.DISTRICT_OFFICER,
                                otherDistrict.path("/review/" + id)))
                .isEqualTo(404);
        assertThat(
                        status(
                                otherDistrict,
                                Role.DISTRICT_OFFICER,
                                otherDistrict.path("/roadmap/" + id)))
                .isEqualTo(404);
    }

    @Test
    void letsTheRegionReadButNotCheckARoadmapThatBelongsToADistrict() {
        var region = regions.fresh();
        district = region.district();
        school = district.school();
        var roadmap = roadmap();
        submit(roadmap);
        var id = roadmap.substring(roadmap.lastIndexOf('/') + 1);

        assertThat(status(region, Role.REGION_METHODIST, region.path("/roadmap/" + id)))
                .isEqualTo(200);
        assertThat(status(region, Role.REGION_METHODIST, region.path("/review/" + id)))
                .isEqualTo(404);
        assertThat(
                        post(
                                region,
                                Role.REGION_METHODIST,
                                region.path("/review/" + id + "/rest"),
                                Map.of("edition", "1")))
                .hasStatus(404);
    }

    @Test
    void letsTheRegionCheckASchoolWithoutADistrict() {
        var region = regions.fresh();
        school = region.school();
        var roadmap = roadmap();
        submit(roadmap);
        var id = roadmap.substring(roadmap.lastIndexOf('/') + 1);

        assertThat(get(region, Role.REGION_METHODIST, region.path("/review/" + id)))
                .contains("Собрать базу наставляемых");
        assertThat(get(school, Role.CURATOR, roadmap)).contains("Карта в региональном центре");
    }

    @Test
    void speaksEnglish() {
        var roadmap = roadmap();
        submit(roadmap);
        for (var page : List.of(roadmap, roadmap + "/withdrawal", school.path("/roadmap/new"))) {
            var answer =
                    mvc.get()
                            .uri(page)
                            .with(school.signedIn(Role.CURATOR))
                            .cookie(new jakarta.servlet.http.Cookie("language", "en"))
                            .exchange();
            assertThat(answer).hasStatusOk();
        }
    }

    private String roadmap() {
        var preview = location(upload(PAPER));
        return location(
                save(
                        preview,
                        get(school, Role.CURATOR, preview),
                        "parts[1].rows[0].choice",
                        "months 2026-11 2027-04"));
    }

    /** The dashboard counts otherwise, and the page says how. */
    @Test
    void tellsTheOfficerHowManySchoolsHaveNotSentTheirRoadmapForPupils() {
        assertThat(get(district, Role.DISTRICT_OFFICER, district.path("/review")))
                .contains("не отправлено 1")
                .contains("Карту для обучающихся не отправила 1 школа")
                .contains("В сводке считаются школы из утверждённого перечня");
        var preview = location(upload(PAPER));
        var roadmap =
                location(
                        save(
                                preview,
                                get(school, Role.CURATOR, preview),
                                "parts[1].rows[0].choice",
                                "months 2026-11 2027-04"));
        assertThat(get(district, Role.DISTRICT_OFFICER, district.path("/review")))
                .contains("не отправлено 1");
        submit(roadmap);
        assertThat(get(district, Role.DISTRICT_OFFICER, district.path("/review")))
                .contains("не отправлено 0");
        take(Role.CURATOR, roadmap, "/withdrawal", Map.of());
        assertThat(get(district, Role.DISTRICT_OFFICER, district.path("/review")))
                .contains("не отправлено 1");
        submit(roadmap);
        post(district, Role.DISTRICT_OFFICER, review(roadmap) + "/rest", Map.of("edition", "2"));
        decide(review(roadmap), "agreement");
        assertThat(get(district, Role.DISTRICT_OFFICER, district.path("/review")))
                .contains("согласовано 1", "не отправлено 0")
                .contains("Школ, которые ещё не отправили карту для обучающихся, нет");
    }

    private MvcTestResult upload(String text) {
        return mvc.post()
                .uri(school.path("/roadmap/uploads"))
                .multipart()
                .file(
                        new MockMultipartFile(
                                "file",
                                "карта.txt",
                                "text/plain",
                                text.getBytes(StandardCharsets.UTF_8)))
                .with(school.signedIn(Role.CURATOR))
                .with(SignedIn.form())
                .exchange();
    }

    private MvcTestResult save(String preview, String page, String field, String value) {
        return send(preview, page, Map.of("action", "save", field, value));
    }

    private MvcTestResult send(String preview, String page, Map<String, String> changes) {
        return post(school, Role.CURATOR, preview, fields(page, changes));
    }

    /** The fields of the page's main form as a browser would send them, with some changed. */
    private static Map<String, String> fields(String page, Map<String, String> changes) {
        return HtmlForm.fields(page, changes);
    }

    private void submit(String roadmap) {
        take(Role.CURATOR, roadmap, "/submission", Map.of());
    }

    private void take(Role role, String roadmap, String step, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("seen", version(roadmap));
        var answer = post(school, role, roadmap + step, all);
        assertThat(answer).as(step).hasStatus3xxRedirection();
    }

    private void decide(String review, String verdict) {
        var answer =
                post(
                        district,
                        Role.DISTRICT_OFFICER,
                        review + "/" + verdict,
                        Map.of("seen", version(review)));
        assertThat(answer).as(verdict).hasStatus3xxRedirection();
    }

    private void answer(String roadmap, String page, UUID item, String correction) {
        var remark = REMARK.matcher(page);
        assertThat(remark.find()).isTrue();
        var answer =
                post(
                        school,
                        Role.CURATOR,
                        roadmap + "/remarks/" + remark.group(1) + "/answer",
                        Map.of(
                                "answer",
                                "Даты указали",
                                "correction",
                                correction,
                                "seen",
                                oracle.jdbc()
                                        .sql("select version from roadmaps.item where id = ?")
                                        .param(item)
                                        .query(String.class)
                                        .single()));
        assertThat(answer).hasStatus3xxRedirection();
    }

    private String review(String roadmap) {
        return district.path("/review/" + roadmap.substring(roadmap.lastIndexOf('/') + 1));
    }

    private String version(String address) {
        return oracle.jdbc()
                .sql("select version from roadmaps.roadmap where id = ?")
                .param(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    private List<UUID> items(String roadmap) {
        return oracle.jdbc()
                .sql("select id from roadmaps.item where roadmap_id = ? order by position")
                .param(UUID.fromString(roadmap.substring(roadmap.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .list();
    }

    private List<String> openTasks(Regions.Org org) {
        return new ArrayList<>(
                oracle.jdbc()
                        .sql(
                                "select title_key from agenda.task where org_id = ? and closed_at is null")
                        .param(org.id().value())
                        .query(String.class)
                        .list());
    }

    private long roadmaps() {
        return oracle.count(
                "select count(*) from roadmaps.roadmap where org_id = ?", school.id().value());
    }

    private String get(Regions.Org org, Role role, String address) {
        var answer = mvc.get().uri(address).with(org.signedIn(role)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return body(answer);
    }

    private int status(Regions.Org org, Role role, String address) {
        return mvc.get().uri(address).with(org.signedIn(role)).exchange().getResponse().getStatus();
    }

    private MvcTestResult post(
            Regions.Org org, Role role, String address, Map<String, String> fields) {
        return post(org, role, address, fields, UUID.randomUUID());
    }

    private MvcTestResult post(
            Regions.Org org, Role role, String address, Map<String, String> fields, UUID key) {
        var request = mvc.post().uri(address).with(org.signedIn(role)).with(SignedIn.form(key));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String location(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        var location = answer.getResponse().getHeader("Location");
        assertThat(location).isNotNull();
        return location.replaceFirst("#.*", "");
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
