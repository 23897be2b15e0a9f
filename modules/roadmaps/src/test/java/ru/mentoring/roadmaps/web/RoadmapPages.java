package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;
import ru.mentoringtest.regions.Regions;

/**
 * A school of its own for each test, its roadmap, and the pages through which people work on it.
 */
abstract class RoadmapPages {

    static final String PAPER =
            """
            План мероприятий (дорожная карта) внедрения наставничества обучающихся в Испытательной школе на 2026/27 учебный год
            №\tНаименование мероприятий\tСрок реализации\tОтветственный исполнитель\tРезультат
            1. Организация работы
            1.1\tСобрать базу наставляемых\tдо 15.10.2026\tКуратор\tБаза собрана
            1.2\tПровести обучение наставников\tпо отдельному графику\tРуководитель\tПротокол занятий
            2. Наблюдение
            2.1\tПровести диагностику\tноябрь - апрель 2026 года\tПсихолог\tСправка
            """;

    static final Pattern REMARK = Pattern.compile("remarks/([0-9a-f-]{36})/answer");

    @Autowired MockMvcTester mvc;
    @Autowired Regions regions;
    @Autowired OracleDb oracle;

    Regions.District district;
    Regions.Org school;

    @BeforeEach
    void openSchool() {
        district = regions.fresh().district();
        school = district.school();
    }

    String roadmap() {
        var preview = location(upload(PAPER));
        return location(
                save(
                        preview,
                        get(school, Role.CURATOR, preview),
                        "parts[1].rows[0].choice",
                        "months 2026-11 2027-04"));
    }

    MvcTestResult upload(String text) {
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

    MvcTestResult save(String preview, String page, String field, String value) {
        return send(preview, page, Map.of("action", "save", field, value));
    }

    MvcTestResult send(String preview, String page, Map<String, String> changes) {
        return post(school, Role.CURATOR, preview, fields(page, changes));
    }

    /** The fields of the page's main form as a browser would send them, with some changed. */
    static Map<String, String> fields(String page, Map<String, String> changes) {
        return HtmlForm.fields(page, changes);
    }

    void submit(String roadmap) {
        take(Role.CURATOR, roadmap, "/submission", Map.of());
    }

    void take(Role role, String roadmap, String step, Map<String, String> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("seen", version(roadmap));
        var answer = post(school, role, roadmap + step, all);
        assertThat(answer).as(step).hasStatus3xxRedirection();
    }

    void decide(String review, String verdict) {
        var answer =
                post(
                        district,
                        Role.DISTRICT_OFFICER,
                        review + "/" + verdict,
                        Map.of("seen", version(review)));
        assertThat(answer).as(verdict).hasStatus3xxRedirection();
    }

    void answer(String roadmap, String page, UUID item, String correction) {
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

    String review(String roadmap) {
        return district.path("/review/" + roadmap.substring(roadmap.lastIndexOf('/') + 1));
    }

    String version(String address) {
        return oracle.jdbc()
                .sql("select version from roadmaps.roadmap where id = ?")
                .param(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    List<UUID> items(String roadmap) {
        return oracle.jdbc()
                .sql("select id from roadmaps.item where roadmap_id = ? order by position")
                .param(UUID.fromString(roadmap.substring(roadmap.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .list();
    }

    List<String> openTasks(Regions.Org org) {
        return new ArrayList<>(
                oracle.jdbc()
                        .sql(
                                "select title_key from agenda.task where org_id = ? and closed_at is null")
                        .param(org.id().value())
                        .query(String.class)
                        .list());
    }

    long roadmaps() {
        return oracle.count(
                "select count(*) from roadmaps.roadmap where org_id = ?", school.id().value());
    }

    String get(Regions.Org org, Role role, String address) {
        var answer = mvc.get().uri(address).with(org.signedIn(role)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return body(answer);
    }

    int status(Regions.Org org, Role role, String address) {
        return mvc.get().uri(address).with(org.signedIn(role)).exchange().getResponse().getStatus();
    }

    MvcTestResult post(Regions.Org org, Role role, String address, Map<String, String> fields) {
        return post(org, role, address, fields, UUID.randomUUID());
    }

    MvcTestResult post(
            Regions.Org org, Role role, String address, Map<String, String> fields, UUID key) {
        var request = mvc.post().uri(address).with(org.signedIn(role)).with(SignedIn.form(key));
        fields.forEach(request::param);
        return request.exchange();
    }

    static String location(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        var location = answer.getResponse().getHeader("Location");
        assertThat(location).isNotNull();
        return location.replaceFirst("#.*", "");
    }

    static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
