package ru.mentoringlocal.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LandscapeTests {

    private static final long SEED = 7;
    private static final int YEAR = 2026;
    private static final String FIRST_BY_HAND =
            Words.rows("by-hand.csv").findFirst().orElseThrow()[1];

    @Test
    void drawsTheSameRegionsFromTheSameSeed() {
        assertThat(Landscape.draw(SEED, Extent.FULL, YEAR))
                .isEqualTo(Landscape.draw(SEED, Extent.FULL, YEAR))
                .isNotEqualTo(Landscape.draw(SEED + 1, Extent.FULL, YEAR));
    }

    @Test
    void drawsSeventeenDistrictsAndSomeSchoolsOfTheRegionItself() {
        var region = Landscape.draw(SEED, Extent.FULL, YEAR).getFirst();

        assertThat(region.districts()).hasSize(17);
        assertThat(region.schools()).hasSize(Extent.DESCRIBED_SCHOOLS);
        assertThat(region.ownSchools())
                .hasSize(6)
                .allMatch(school -> school.parent().equals(region.centre()));
        assertThat(region.schools().filter(SchoolPlan::small)).hasSizeBetween(80, 180);
    }

    @Test
    void givesEverySchoolOfADistrictANameOfItsOwn() {
        for (var region : Landscape.draw(SEED, Extent.of("3000x1000000"), YEAR)) {
            for (var district : region.districts()) {
                assertThat(district.schools().stream().map(SchoolPlan::name))
                        .doesNotHaveDuplicates();
            }
            assertThat(region.schools().map(SchoolPlan::code)).doesNotHaveDuplicates();
            assertThat(region.schools().map(SchoolPlan::id)).doesNotHaveDuplicates();
        }
    }

    @Test
    void drawsAsManySchoolsAsWanted() {
        assertThat(
                        Stream.of("1x100", "20x2000", "500x60000", "3000x1000000")
                                .map(Extent::of)
                                .map(extent ->
                                        Landscape.draw(SEED, extent, YEAR)
                                                .getFirst()
                                                .schools()
                                                .count()))
                .containsExactly(1L, 20L, 500L, 3000L);
    }

    @Test
    void showsAllStandingsOfARoadmap() {
        var region = Landscape.draw(SEED, Extent.FULL, YEAR).getFirst();

        assertThat(region.schools().map(school -> school.readiness().roadmap()).distinct())
                .containsExactlyInAnyOrder(RoadmapStage.values());
    }

    @Test
    void keepsTheSchoolsOfTheDemonstrationsPeopleInEveryExtent() {
        for (var extent : new Extent[] {Extent.SCHOOL, Extent.SMALL, Extent.FULL}) {
            assertThat(Landscape.draw(SEED, extent, YEAR).getFirst().inOrder().getFirst().code())
                    .isEqualTo(FIRST_BY_HAND);
        }
    }

    @Test
    void writesTaxpayersNumbersWithTheirCheckDigit() {
        assertThat(EnterprisePlan.inn(770708389)).isEqualTo("7707083893");
    }
}
