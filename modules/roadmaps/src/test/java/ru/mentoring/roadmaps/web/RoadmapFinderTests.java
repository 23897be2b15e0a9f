package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.regions.Regions;

@ModuleTest
class RoadmapFinderTests extends RoadmapPages {

    @Test
    void findsTheSchoolsOwnByTitleAndYear() {
        var roadmap = roadmap();

        assertThat(found(school, Role.CURATOR, "дорожн 2026")).contains(roadmap, "Черновик");
        assertThat(found(school, Role.CURATOR, "дорожной карты нет")).doesNotContain(roadmap);
        assertThat(found(district.school(), Role.CURATOR, "дорожная")).doesNotContain("/roadmap/0");
    }

    @Test
    void findsThoseThatWereSentByTheNameOfTheSchool() {
        var roadmap = roadmap();
        var id = roadmap.substring(roadmap.lastIndexOf('/') + 1);
        var there = district.path("/roadmap/" + id);
        assertThat(found(district, Role.DISTRICT_OFFICER, name())).doesNotContain(there);

        submit(roadmap);

        assertThat(found(district, Role.DISTRICT_OFFICER, name()))
                .contains(there, "На согласовании · 2026/27");
        assertThat(status(district, Role.DISTRICT_OFFICER, there)).isEqualTo(200);
    }

    /** The other district may look the school up, and finds the school without its papers. */
    @Test
    void findsNothingOfAnotherDistrict() {
        var region = regions.fresh();
        district = region.district();
        school = district.school();
        submit(roadmap());
        var other = region.district();

        assertThat(found(region, Role.REGION_METHODIST, name())).contains("/roadmap/0");
        assertThat(found(other, Role.DISTRICT_OFFICER, name()))
                .contains(other.path("/organisations/" + school.id().value()))
                .doesNotContain("/roadmap/0");
    }

    private String name() {
        return oracle.jdbc()
                .sql("select name from sec.org where id = ?")
                .param(school.id().value())
                .query(String.class)
                .single();
    }

    private String found(Regions.Org where, Role role, String typed) {
        var answer = post(where, role, where.path("/find"), Map.of("q", typed));
        assertThat(answer).hasStatusOk();
        return body(answer);
    }
}
