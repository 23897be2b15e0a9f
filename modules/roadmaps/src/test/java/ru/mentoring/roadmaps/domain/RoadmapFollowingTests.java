package ru.mentoring.roadmaps.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.agenda.Agenda;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.tenancy.OrgChange;
import ru.mentoring.tenancy.OrgChange.Merging;
import ru.mentoring.tenancy.OrgChange.Moving;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.organisations.Reorganisations;
import ru.mentoring.tenancy.organisations.Reorganisations.Outcome;
import ru.mentoringtest.ModuleTest;
import ru.mentoringtest.regions.Regions;

/** What becomes of roadmaps that wait for agreement when their school moves. */
@ModuleTest
class RoadmapFollowingTests {

    @Autowired Regions regions;
    @Autowired RoadmapDrafting drafting;
    @Autowired RoadmapApproval approval;
    @Autowired RoadmapReview review;
    @Autowired RoadmapQueries queries;
    @Autowired Reorganisations reorganisations;
    @Autowired Agenda agenda;
    @Autowired Clock clock;

    private RoadmapWorkshop workshop;
    private Regions.Region region;
    private Regions.District before;
    private Regions.District after;
    private Regions.Org school;
    private RoadmapId waiting;

    @BeforeEach
    void sendARoadmap() {
        workshop = new RoadmapWorkshop(drafting, approval, review, queries);
        region = regions.fresh();
        before = region.district();
        after = region.district();
        school = before.school();
        before.subject(Role.DISTRICT_OFFICER);
        after.subject(Role.DISTRICT_OFFICER);
        waiting =
                workshop.roadmap(school, before, Role.DISTRICT_OFFICER, RoadmapState.ON_AGREEMENT);
    }

    private void carry(OrgChange change) {
        var today = LocalDate.now(clock);
        var outcome =
                region.ask(
                        Role.REGION_ADMIN,
                        () -> reorganisations.propose(change, today, "17-ОД", today));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    private List<RoadmapId> queue(Regions.District district) {
        return district.ask(Role.DISTRICT_OFFICER, queries::queue).stream()
                .map(RoadmapQueries.Waiting::id)
                .toList();
    }

    private long tasks(Regions.District district) {
        return district.ask(Role.DISTRICT_OFFICER, agenda::mine).stream()
                .filter(task -> task.path().contains(waiting.value().toString()))
                .count();
    }

    @Test
    void laysTheRoadmapBeforeTheNewDistrictAndTakesItOffTheOld() {
        assertThat(queue(before)).containsExactly(waiting);
        assertThat(tasks(before)).isEqualTo(1);

        carry(new Moving(school.id(), after.id()));

        await().untilAsserted(() -> {
            assertThat(queue(after)).containsExactly(waiting);
            assertThat(tasks(after)).isEqualTo(1);
            assertThat(queue(before)).isEmpty();
            assertThat(tasks(before)).isZero();
        });
        after.as(
                Role.DISTRICT_OFFICER,
                () ->
                        assertThat(review.agree(waiting, workshop.version(waiting)))
                                .isEqualTo(Step.done()));
    }

    @Test
    void followsAMergerOfDistricts() {
        carry(new Merging(Set.of(before.id(), after.id()), after.id(), null, true));

        await().untilAsserted(() -> {
            assertThat(queue(after)).containsExactly(waiting);
            assertThat(tasks(after)).isEqualTo(1);
        });
    }
}
