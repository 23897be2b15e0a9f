package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.HtmlUtils;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

/** What people meet who go back, keep two windows open or come too late. */
@ModuleTest
class RoadmapWrongWaysTests {

    private static final String PAPER =
            """
            План мероприятий (дорожная карта) внедрения наставничества обучающихся в Испытательной школе на 2026/27 учебный год
            №\tНаименование мероприятий\tСрок реализации\tОтветственный исполнитель\tРезультат
            1. Организация работы
            1.1\tСобрать базу наставляемых\tдо 15.10.2026\tКуратор\tБаза собрана
            1.2\tПровести обучение наставников\tдо 25.10.2026\tРуководитель\tПротокол занятий
            """;

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
    void tellsWhoGoesBackToASavedPaperThatItIsARoadmapNow() {
        var preview = preview();
        var form = form(preview);
        var roadmap = location(post(school, Role.CURATOR, preview, save(form)));

        assertThat(page(school, Role.CURATOR, preview))
                .contains("Карта уже сохранена")
                .contains("href=\"" + roadmap + "\"");
        assertThat(page(school, Role.CURATOR, school.path("/roadmap/new"))).doesNotContain(preview);

        var again = post(school, Role.CURATOR, preview, save(form));
        assertThat(again).hasStatus(409);
        assertThat(body(again)).contains("Карта уже сохранена").contains(roadmap);
        var discarded = post(school, Role.CURATOR, preview + "/removal", Map.of());
        assertThat(discarded).hasStatus(409);
        assertThat(body(discarded)).contains("Карта уже сохранена");
        assertThat(roadmaps()).isEqualTo(1);
        assertThat(wordsKept()).isEmpty();
    }

    @Test
    void tellsWhoGoesBackToAPaperThatNobodyNeedsWhatBecameOfIt() {
        var thrownAway = preview();
        post(school, Role.CURATOR, thrownAway + "/removal", Map.of());
        assertThat(page(school, Role.CURATOR, thrownAway)).contains("Прочитанное удалено");

        var saved = preview();
        var roadmap = location(post(school, Role.CURATOR, saved, save(form(saved))));
        post(school, Role.CURATOR, roadmap + "/discarding", Map.of("seen", version(roadmap)));
        assertThat(page(school, Role.CURATOR, saved))
                .contains("Этой карты больше нет")
                .doesNotContain(roadmap);

        var neighbour = district.school();
        var id = saved.substring(saved.lastIndexOf('/') + 1);
        assertThat(get(neighbour, Role.CURATOR, neighbour.path("/roadmap/uploads/" + id)))
                .hasStatus(404);
    }

    @Test
    void showsWhatAnotherWindowSaysInsteadAndSavesOneOfBothKnowingly() {
        var preview = preview();
        var mine = form(preview);
        mine.put("parts[0].rows[0].title", "Собрать базу по-моему");
        var theirs = form(preview);
        theirs.put("parts[0].rows[0].title", "Собрать базу иначе");

        assertThat(post(school, Role.DEPUTY, preview, theirs)).hasStatus3xxRedirection();
        var conflict = post(school, Role.CURATOR, preview, save(mine));

        assertThat(conflict).hasStatus(409);
        var shown = body(conflict);
        assertThat(shown)
                .contains("Карту исправили в другом окне")
                .contains("Пункт 1.1, Мероприятие, в другом окне: «Собрать базу иначе»")
                .contains("href=\"#r-0-0\"");
        assertThat(roadmaps()).isZero();

        var roadmap = post(school, Role.CURATOR, preview, save(HtmlForm.fields(shown, Map.of())));
        assertThat(page(school, Role.CURATOR, location(roadmap)))
                .contains("Собрать базу по-моему")
                .doesNotContain("Собрать базу иначе");
    }

    @Test
    void doesNotAskWhereTwoWindowsSayTheSame() {
        var preview = preview();
        var mine = form(preview);

        post(school, Role.DEPUTY, preview, form(preview));

        assertThat(post(school, Role.CURATOR, preview, save(mine))).hasStatus3xxRedirection();
        assertThat(roadmaps()).isEqualTo(1);
    }

    @Test
    void leadsToTheRoadmapWhereAStepHasBeenTakenAlready() {
        var roadmap = roadmap();
        var seen = version(roadmap);
        post(school, Role.CURATOR, roadmap + "/submission", Map.of("seen", seen));

        var again = post(school, Role.CURATOR, roadmap + "/submission", Map.of("seen", seen));
        assertThat(again).hasStatus(409);
        assertThat(body(again)).contains("Карта уже на другом шаге").contains(roadmap);
        for (var step : new String[] {"/submission", "/hand-over", "/discarding"}) {
            assertThat(page(school, Role.CURATOR, roadmap + step))
                    .as(step)
                    .contains("Карта уже на другом шаге")
                    .contains("href=\"" + roadmap + "\"")
                    .doesNotContain("name=\"seen\"");
        }
        assertThat(page(school, Role.DIRECTOR, roadmap + "/approval"))
                .contains("Карта уже на другом шаге")
                .doesNotContain("name=\"number\"");
        assertThat(page(school, Role.CURATOR, roadmap + "/items/" + item(roadmap)))
                .contains("Карта уже на другом шаге");
    }

    @Test
    void showsAStepAgainToWhomTheRoadmapHasChangedMeanwhile() {
        var roadmap = roadmap();
        var seen = version(roadmap);
        var item = roadmap + "/items/" + item(roadmap);
        var other = form(item);
        other.put("title", "Собрать базу иначе");
        assertThat(post(school, Role.DEPUTY, item, other)).hasStatus3xxRedirection();

        var late = post(school, Role.CURATOR, roadmap + "/submission", Map.of("seen", seen));

        assertThat(late).hasStatus(409);
        assertThat(body(late)).contains("карту изменили").contains("href=\"" + roadmap + "\"");
        assertThat(page(school, Role.CURATOR, roadmap)).contains("Черновик");
    }

    @Test
    void bringsTheOfficerBackToTheRowThatWasMarked() {
        var roadmap = roadmap();
        step(school, Role.CURATOR, roadmap, roadmap + "/submission");
        var review = district.path("/review/" + roadmap.substring(roadmap.lastIndexOf('/') + 1));
        var row = item(roadmap);

        var marked =
                post(
                        district,
                        Role.DISTRICT_OFFICER,
                        review + "/rows/" + row + "/acceptance",
                        Map.of("edition", "1"));

        assertThat(marked).hasRedirectedUrl(review + "#p-" + row);
        assertThat(marked.getMvcResult().getFlashMap().get("at")).isEqualTo("p-" + row);
        var next =
                mvc.get()
                        .uri(review)
                        .with(district.signedIn(Role.DISTRICT_OFFICER))
                        .requestAttr(
                                DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE,
                                Map.of("at", "p-" + row))
                        .exchange();
        assertThat(body(next)).contains("data-at=\"p-" + row + "\"");
    }

    @Test
    void namesEverythingThatAnOrderLacks() {
        var roadmap = roadmap();
        var review = district.path("/review/" + roadmap.substring(roadmap.lastIndexOf('/') + 1));
        step(school, Role.CURATOR, roadmap, roadmap + "/submission");
        post(district, Role.DISTRICT_OFFICER, review + "/rest", Map.of("edition", "1"));
        step(district, Role.DISTRICT_OFFICER, roadmap, review + "/agreement");
        step(school, Role.CURATOR, roadmap, roadmap + "/hand-over");

        assertThat(body(order(roadmap, "", "")))
                .contains("Укажите номер приказа")
                .contains("Укажите дату приказа, не позже сегодняшней");
        assertThat(order(roadmap, "1".repeat(61), "01.09.2020")).hasStatus(422);
        assertThat(order(roadmap, "118-о", "01.01.2199")).hasStatus(422);
        assertThat(page(school, Role.CURATOR, roadmap)).contains("На утверждении");
        assertThat(order(roadmap, "118-о", "01.09.2020")).hasStatus3xxRedirection();
    }

    @Test
    void refusesARemarkThatNobodyReadsToItsEnd() {
        var roadmap = roadmap();
        var review = district.path("/review/" + roadmap.substring(roadmap.lastIndexOf('/') + 1));
        step(school, Role.CURATOR, roadmap, roadmap + "/submission");

        var refused =
                post(
                        district,
                        Role.DISTRICT_OFFICER,
                        review + "/rows/" + item(roadmap) + "/remark",
                        Map.of("edition", "1", "text", "д".repeat(4001)));

        assertThat(refused).hasStatus(422);
        assertThat(body(refused)).contains("Замечание к пункту 1.1 длиннее 4000 знаков");
    }

    @Test
    void opensTheRoadmapThatHasWaitedLongestBesideTheQueue() {
        var empty = page(district, Role.DISTRICT_OFFICER, district.path("/review"));
        assertThat(empty).contains("не отправила 1 школа");

        var roadmap = roadmap();
        post(school, Role.CURATOR, roadmap + "/submission", Map.of("seen", version(roadmap)));

        assertThat(page(district, Role.DISTRICT_OFFICER, district.path("/review")))
                .contains("review-queue")
                .contains("Собрать базу наставляемых");
        var review = district.path("/review/" + roadmap.substring(roadmap.lastIndexOf('/') + 1));
        assertThat(page(district, Role.DISTRICT_OFFICER, review)).contains("review-open");

        assertThat(page(district, Role.DISTRICT_OFFICER, review + "/decision"))
                .contains("2 пункта без отметки")
                .contains(review + "/rest")
                .doesNotContain(review + "/agreement");
        post(district, Role.DISTRICT_OFFICER, review + "/rest", Map.of("edition", "1"));
        var agreement = Map.of("seen", version(roadmap));
        post(district, Role.DISTRICT_OFFICER, review + "/agreement", agreement);

        assertThat(page(district, Role.DISTRICT_OFFICER, district.path("/review")))
                .contains("ещё не отправили карту для обучающихся, нет")
                .doesNotContain("0 школ");
        assertThat(get(district, Role.DISTRICT_OFFICER, review + "/decision"))
                .hasStatus3xxRedirection();
        assertThat(post(district, Role.DISTRICT_OFFICER, review + "/agreement", agreement))
                .hasStatus(409);
    }

    private String preview() {
        return location(
                post(school, Role.CURATOR, school.path("/roadmap/uploads"), Map.of("text", PAPER)));
    }

    private String roadmap() {
        var preview = preview();
        return location(post(school, Role.CURATOR, preview, save(form(preview))));
    }

    /** The page's main form as a browser would send it. */
    private Map<String, String> form(String address) {
        return HtmlForm.fields(page(school, Role.CURATOR, address), Map.of());
    }

    private static Map<String, String> save(Map<String, String> form) {
        form.put("action", "save");
        return form;
    }

    private void step(Regions.Org org, Role role, String roadmap, String address) {
        assertThat(post(org, role, address, Map.of("seen", version(roadmap))))
                .as(address)
                .hasStatus3xxRedirection();
    }

    private MvcTestResult order(String roadmap, String number, String date) {
        return post(
                school,
                Role.DIRECTOR,
                roadmap + "/approval",
                Map.of("number", number, "date", date, "seen", version(roadmap)));
    }

    private UUID item(String roadmap) {
        return oracle.jdbc()
                .sql("select id from roadmaps.item where roadmap_id = ? order by position limit 1")
                .param(UUID.fromString(roadmap.substring(roadmap.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
    }

    private String version(String roadmap) {
        return oracle.jdbc()
                .sql("select version from roadmaps.roadmap where id = ?")
                .param(UUID.fromString(roadmap.substring(roadmap.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    private long roadmaps() {
        return oracle.count(
                "select count(*) from roadmaps.roadmap where org_id = ?", school.id().value());
    }

    /** What is still kept of papers that do not wait any longer. */
    private String wordsKept() {
        return oracle.jdbc()
                .sql(
                        "select string_agg(content, '') from roadmaps.upload where org_id = ? and finished_at is not null")
                .param(school.id().value())
                .query(String.class)
                .single();
    }

    private String page(Regions.Org org, Role role, String address) {
        var answer = get(org, role, address);
        assertThat(answer).as(address).hasStatusOk();
        return body(answer);
    }

    private MvcTestResult get(Regions.Org org, Role role, String address) {
        return mvc.get().uri(address).with(org.signedIn(role)).exchange();
    }

    private MvcTestResult post(
            Regions.Org org, Role role, String address, Map<String, String> fields) {
        var request =
                mvc.post()
                        .uri(address)
                        .with(org.signedIn(role))
                        .with(SignedIn.form(UUID.randomUUID()));
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
        return HtmlUtils.htmlUnescape(
                new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
