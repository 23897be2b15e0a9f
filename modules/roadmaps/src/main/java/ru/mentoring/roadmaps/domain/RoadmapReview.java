package ru.mentoring.roadmaps.domain;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.roadmaps.RoadmapState;
import ru.mentoring.tenancy.CurrentScope;

/**
 * How the organisation above a school checks its roadmap: row by row, then one decision.
 *
 * <p>Marks name the edition that the person saw; one on an edition that has been withdrawn or
 * decided since is refused. Decisions name the version.
 */
@Component
public class RoadmapReview {

    private static final String PERMISSION = "roadmap.review";

    private final Desk desk;
    private final NextSteps nextSteps;

    RoadmapReview(Desk desk, NextSteps nextSteps) {
        this.desk = desk;
        this.nextSteps = nextSteps;
    }

    /** Accepts a row. */
    @Transactional
    public Step accept(RoadmapId id, ItemId item, int edition) {
        return mark(id, edition, roadmap -> roadmap.accept(item), "roadmap.row-accepted");
    }

    /** Accepts all rows that have no mark yet. */
    @Transactional
    public Step acceptRest(RoadmapId id, int edition) {
        return mark(id, edition, Roadmap::acceptRest, "roadmap.rows-accepted");
    }

    /**
     * Returns a row with a remark.
     *
     * @param field the column the remark is about, or null for the whole row
     */
    @Transactional
    public Step criticise(
            RoadmapId id, ItemId item, @Nullable ItemField field, String text, int edition) {
        return mark(
                id,
                edition,
                roadmap -> roadmap.criticise(item, field, text, desk.actor(), desk.now()),
                "roadmap.row-returned");
    }

    /** Agrees the roadmap. */
    @Transactional
    public Step agree(RoadmapId id, long seen) {
        return decide(
                id,
                seen,
                roadmap -> roadmap.agree(desk.actor(), desk.now()),
                "roadmap.agreed",
                nextSteps::agreed);
    }

    /** Gives the roadmap back with remarks. */
    @Transactional
    public Step giveBack(RoadmapId id, long seen) {
        return decide(
                id,
                seen,
                roadmap -> roadmap.giveBack(desk.actor(), desk.now()),
                "roadmap.returned",
                nextSteps::returned);
    }

    private Step mark(RoadmapId id, int edition, Function<Roadmap, Step> move, String action) {
        CurrentScope.get().demand(PERMISSION);
        var roadmap = desk.sentHere(id);
        if (roadmap.edition() != edition) {
            return Step.refused(Step.Reason.WRONG_STATE);
        }
        var step = move.apply(roadmap);
        if (step.isDone()) {
            desk.keep(roadmap, action);
        }
        return step;
    }

    private Step decide(
            RoadmapId id,
            long seen,
            Function<Roadmap, Step> move,
            String action,
            Consumer<Roadmap> afterwards) {
        CurrentScope.get().demand(PERMISSION);
        var roadmap = desk.sentHere(id);
        if (roadmap.state() != RoadmapState.ON_AGREEMENT) {
            return Step.refused(Step.Reason.WRONG_STATE);
        }
        desk.unchanged(roadmap, seen);
        var step = move.apply(roadmap);
        if (step.isDone()) {
            desk.keep(roadmap, action);
            afterwards.accept(roadmap);
        }
        return step;
    }
}
