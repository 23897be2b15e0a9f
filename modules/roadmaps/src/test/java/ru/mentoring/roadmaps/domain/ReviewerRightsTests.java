package ru.mentoring.roadmaps.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.Scope;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.regions.Regions;

/** What the database itself lets those above do with a school's roadmap, whatever the code asks. */
@ModuleTest
class ReviewerRightsTests {

    @Autowired Regions regions;
    @Autowired RoadmapDrafting drafting;
    @Autowired RoadmapApproval approval;
    @Autowired RoadmapReview review;
    @Autowired RoadmapQueries queries;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void letsWhoeverChecksARoadmapWriteNothingButTheDecision() {
        var region = regions.fresh();
        var district = region.district();
        var school = district.school();
        var workshop = new RoadmapWorkshop(drafting, approval, review, queries);
        var id =
                workshop.roadmap(school, district, Role.DISTRICT_OFFICER, RoadmapState.ON_AGREEMENT)
                        .value();
        var officer = district.scope(Role.DISTRICT_OFFICER);
        var above = region.scope(Role.REGION_METHODIST);
        var neighbour = district.school().scope(Role.CURATOR);

        assertThatThrownBy(() ->
                        update(
                                officer,
                                "update roadmaps.item set title = 'x' where roadmap_id = ?",
                                id))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        update(
                                officer,
                                "update roadmaps.roadmap set order_number = 'x' where id = ?",
                                id))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> update(officer, "delete from roadmaps.roadmap where id = ?", id))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() ->
                        update(
                                officer,
                                "update roadmaps.roadmap set state = 'DRAFT' where id = ?",
                                id))
                .hasStackTraceContaining("row-level security");
        for (var stranger : new Scope[] {above, neighbour}) {
            assertThat(
                            update(
                                    stranger,
                                    "update roadmaps.roadmap set changes = changes + 1 where id = ?",
                                    id))
                    .as("rows that %s can write", stranger)
                    .isZero();
        }
        assertThat(
                        update(
                                officer,
                                "update roadmaps.roadmap set changes = changes where id = ?",
                                id))
                .isEqualTo(1);
    }

    @Test
    void takesTheRightAwayWithTheDecision() {
        var district = regions.fresh().district();
        var school = district.school();
        var workshop = new RoadmapWorkshop(drafting, approval, review, queries);
        var id =
                workshop.roadmap(school, district, Role.DISTRICT_OFFICER, RoadmapState.AGREED)
                        .value();

        assertThat(
                        update(
                                district.scope(Role.DISTRICT_OFFICER),
                                "update roadmaps.roadmap set state = 'RETURNED' where id = ?",
                                id))
                .isZero();
    }

    private int update(Scope scope, String sql, java.util.UUID id) {
        return CurrentScope.call(
                scope,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(status -> jdbc.sql(sql).param(id).update()));
    }
}
