package ru.mentoring.roadmaps.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.ModuleTest;

@ModuleTest
class MissingRoadmapPagesTests extends RoadmapPages {

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
}
