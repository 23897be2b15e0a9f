package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class WayIntoForceTests extends RoadmapPages {

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
}
