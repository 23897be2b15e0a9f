package ru.mentoringlocal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;
import ru.mentoring.tenancy.OrgView;
import ru.mentoring.tenancy.RegionId;
import ru.mentoring.tenancy.Scope;
import ru.mentoring.tenancy.SystemScopes;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoringlocal.demo.plan.RegionPlan;
import ru.mentoringtest.OracleDb;
import ru.mentoringtest.SignedIn;

@DemoTest
class DemonstrationTests {

    @Autowired private Demonstration demonstration;
    @Autowired private SystemScopes scopes;
    @Autowired private OrgTree tree;
    @Autowired private Assignments assignments;
    @Autowired private OracleDb oracle;

    @Test
    void opensEveryOrganisationOfThePlan() {
        for (var region : regions()) {
            var seen =
                    CurrentScope.call(centre(region), () -> tree.below(new OrgId(region.centre())));

            assertThat(seen.stream().map(OrgView::code))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(
                                            region.districts().stream().map(one -> one.code()),
                                            region.schools().map(one -> one.code()))
                                    .toList());
        }
    }

    @Test
    void letsTheCuratorWorkAtHerSchoolAndNowhereElse() {
        var first = regions().getFirst();
        var school = first.inOrder().getFirst();

        assertThat(
                        assignments.of(SignedIn.ISSUER, "curator").stream()
                                .map(place -> place.org().value()))
                .containsExactly(school.id());
    }

    @Test
    void makesNothingTwiceWhenStartedAgain() {
        var before =
                oracle.count("select count(*) from sec.org")
                        + oracle.count("select count(*) from sec.assignment");

        demonstration.found(regions());

        assertThat(
                        oracle.count("select count(*) from sec.org")
                                + oracle.count("select count(*) from sec.assignment"))
                .isEqualTo(before);
    }

    @Test
    void hidesTheSecondRegionFromEverybodyOfTheFirst() {
        var first = regions().getFirst();
        var second = regions().getLast();

        var seen = CurrentScope.call(centre(first), () -> tree.below(new OrgId(second.centre())));

        assertThat(seen).isEmpty();
    }

    private List<RegionPlan> regions() {
        return demonstration.draw();
    }

    private Scope centre(RegionPlan region) {
        return scopes.of(new RegionId(region.id()), new OrgId(region.centre()));
    }

    @Test
    void hasTheFiguresOfBothRegionsCounted() {
        for (var region : regions()) {
            assertThat(
                            oracle.count(
                                    "select count(*) from monitoring.roll_up where region_id = ?",
                                    region.id()))
                    .isPositive();
        }
    }
}
