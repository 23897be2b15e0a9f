package ru.mentoring.roadmaps.domain;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.tenancy.CurrentScope;
import ru.mentoring.tenancy.OrgId;
import ru.mentoring.tenancy.OrgTree;

/**
 * The steps of a school's roadmap into force that the school itself takes: its curator sends it and
 * puts it before the director, its director approves it (BR12, BR22).
 *
 * <p>Each step names the version that the person saw, and is refused with a conflict if the roadmap
 * has changed since.
 */
@Component
public class RoadmapApproval {

    private final Desk desk;
    private final NextSteps nextSteps;
    private final OrgTree tree;

    RoadmapApproval(Desk desk, NextSteps nextSteps, OrgTree tree) {
        this.desk = desk;
        this.nextSteps = nextSteps;
        this.tree = tree;
    }

    /**
     * Sends the roadmap to the organisation directly above: the district, or the region if none.
     */
    @Transactional
    public Step submit(RoadmapId id, long seen) {
        return take(
                id,
                seen,
                "roadmap.submit",
                roadmap -> roadmap.submit(above(roadmap), desk.actor(), desk.now()),
                "roadmap.submitted",
                nextSteps::submitted);
    }

    /** Takes the roadmap back before it has been decided about. */
    @Transactional
    public Step withdraw(RoadmapId id, long seen) {
        return take(
                id,
                seen,
                "roadmap.submit",
                roadmap -> roadmap.withdraw(desk.actor(), desk.now()),
                "roadmap.withdrawn",
                nextSteps::withdrawn);
    }

    /** Puts the agreed roadmap before the director. */
    @Transactional
    public Step handOver(RoadmapId id, long seen) {
        return take(
                id,
                seen,
                "roadmap.submit",
                roadmap -> roadmap.handOver(desk.now()),
                "roadmap.handed-over",
                nextSteps::handedOver);
    }

    /** Brings the roadmap into force by an order of the director. */
    @Transactional
    public Step approve(
            RoadmapId id, String orderNumber, @Nullable LocalDate orderDate, long seen) {
        return take(
                id,
                seen,
                "roadmap.approve",
                roadmap -> roadmap.approve(orderNumber, orderDate, desk.today(), desk.now()),
                "roadmap.approved",
                nextSteps::approved);
    }

    /** Gives the roadmap back to the curator instead of approving it. */
    @Transactional
    public Step refuse(RoadmapId id, String why, long seen) {
        return take(
                id,
                seen,
                "roadmap.approve",
                roadmap -> roadmap.refuse(why, desk.actor(), desk.now()),
                "roadmap.refused",
                nextSteps::refused);
    }

    private OrgId above(Roadmap roadmap) {
        return tree.parent(roadmap.org()).orElseThrow().id();
    }

    /** What a rule forbids is refused by that rule, whatever the person saw. */
    private Step take(
            RoadmapId id,
            long seen,
            String permission,
            Function<Roadmap, Step> move,
            String action,
            Consumer<Roadmap> afterwards) {
        CurrentScope.get().demand(permission);
        var roadmap = desk.own(id);
        var step = move.apply(roadmap);
        if (step.isDone()) {
            desk.unchanged(roadmap, seen);
            desk.keep(roadmap, action);
            afterwards.accept(roadmap);
        }
        return step;
    }
}
