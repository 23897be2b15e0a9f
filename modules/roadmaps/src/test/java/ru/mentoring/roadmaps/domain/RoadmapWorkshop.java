package ru.mentoring.roadmaps.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.Role;
import ru.mentoringtest.regions.Regions;

/** Brings roadmaps of real schools into each state, by the people who may do so. */
public class RoadmapWorkshop {

    private static final AtomicInteger YEARS = new AtomicInteger();

    private final RoadmapDrafting drafting;
    private final RoadmapApproval approval;
    private final RoadmapReview review;
    private final RoadmapQueries queries;

    public RoadmapWorkshop(
            RoadmapDrafting drafting,
            RoadmapApproval approval,
            RoadmapReview review,
            RoadmapQueries queries) {
        this.drafting = drafting;
        this.approval = approval;
        this.review = review;
        this.queries = queries;
    }

    /** Brings a new roadmap of a season of its own into a state. */
    public RoadmapId roadmap(
            Regions.Org school, Regions.Org above, Role reviewer, RoadmapState state) {
        var id = draft(school);
        if (state == RoadmapState.DRAFT) {
            return id;
        }
        school.as(Role.CURATOR, () -> done(approval.submit(id, version(id))));
        if (state == RoadmapState.ON_AGREEMENT) {
            above.as(reviewer, () -> done(review.acceptRest(id, 1)));
            return id;
        }
        if (state == RoadmapState.RETURNED) {
            giveBack(id, above, reviewer);
            return id;
        }
        above.as(
                reviewer,
                () -> {
                    done(review.acceptRest(id, 1));
                    done(review.agree(id, version(id)));
                });
        if (state == RoadmapState.AGREED) {
            return id;
        }
        school.as(Role.CURATOR, () -> done(approval.handOver(id, version(id))));
        if (state == RoadmapState.IN_FORCE) {
            school.as(
                    Role.DIRECTOR,
                    () -> done(approval.approve(id, "1", Regions.SINCE, version(id))));
        }
        return id;
    }

    /** Writes a new roadmap. */
    public RoadmapId draft(Regions.Org school) {
        var plan = RoadmapFixture.plan(4);
        int year = 2000 + YEARS.incrementAndGet() % 200;
        return school.ask(
                        Role.CURATOR,
                        () ->
                                drafting.compose(
                                        new Plan(
                                                plan.track(),
                                                year,
                                                plan.title(),
                                                plan.institution(),
                                                plan.from(),
                                                plan.to(),
                                                plan.parts())))
                .orElseThrow();
    }

    private void giveBack(RoadmapId id, Regions.Org above, Role reviewer) {
        above.as(
                reviewer,
                () -> {
                    var first = view(id).rows().getFirst().id();
                    done(review.criticise(id, first, ItemField.DEADLINE, "Укажите дату", 1));
                    done(review.acceptRest(id, 1));
                    done(review.giveBack(id, version(id)));
                });
    }

    public RoadmapView view(RoadmapId id) {
        return queries.view(id, 0);
    }

    public long version(RoadmapId id) {
        assertThat(CurrentScope.isBound()).isTrue();
        return view(id).version();
    }

    private static void done(Step step) {
        assertThat(step).isEqualTo(Step.done());
    }
}
