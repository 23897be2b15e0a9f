package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class ReviewPagesTests extends RoadmapPages {

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
}
