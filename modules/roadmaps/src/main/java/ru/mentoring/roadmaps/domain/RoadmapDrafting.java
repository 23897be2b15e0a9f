package ru.mentoring.roadmaps.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.tenancy.CurrentScope;

/** What a school writes into its roadmap before it sends it, and after it came back. */
@Component
public class RoadmapDrafting {

    private static final String PERMISSION = "roadmap.edit";

    private final Desk desk;
    private final RoadmapQueries queries;

    RoadmapDrafting(Desk desk, RoadmapQueries queries) {
        this.desk = desk;
        this.queries = queries;
    }

    /**
     * Writes the scope's organisation a roadmap for a season, unless it has one.
     *
     * @return the new roadmap, or nothing if there is one already
     */
    @Transactional
    public Optional<RoadmapId> compose(Plan plan) {
        CurrentScope.get().demand(PERMISSION);
        if (queries.existing(plan.track(), plan.startYear()).isPresent()) {
            return Optional.empty();
        }
        var roadmap = Roadmap.compose(plan, desk.actor(), desk.now());
        desk.keep(roadmap, "roadmap.composed");
        return Optional.of(roadmap.id());
    }

    /**
     * Changes a row.
     *
     * @param seen the version of the row that the writer saw
     * @throws ObjectOptimisticLockingFailureException if somebody has changed it since
     */
    @Transactional
    public Step rewrite(RoadmapId id, ItemId item, Wording wording, long seen) {
        CurrentScope.get().demand(PERMISSION);
        var roadmap = desk.own(id);
        var row = roadmap.item(item);
        if (row.wording().equals(wording)) {
            return Step.done();
        }
        if (row.version() != seen) {
            throw new ObjectOptimisticLockingFailureException(Item.class, item.value());
        }
        var step = roadmap.rewrite(item, wording);
        if (step.isDone()) {
            desk.keep(roadmap, "roadmap.row-rewritten");
        }
        return step;
    }

    /** Adds a row at the end of a section. */
    @Transactional
    public Step add(RoadmapId id, SectionId section, Wording wording) {
        CurrentScope.get().demand(PERMISSION);
        var roadmap = desk.own(id);
        var step = roadmap.add(section, wording);
        if (step.isDone()) {
            desk.keep(roadmap, "roadmap.row-added");
        }
        return step;
    }

    /**
     * Takes a row out.
     *
     * @param seen the version of the row that the writer saw
     * @throws ObjectOptimisticLockingFailureException if somebody has changed it since
     */
    @Transactional
    public Step remove(RoadmapId id, ItemId item, long seen) {
        CurrentScope.get().demand(PERMISSION);
        var roadmap = desk.own(id);
        if (roadmap.item(item).version() != seen) {
            throw new ObjectOptimisticLockingFailureException(Item.class, item.value());
        }
        var step = roadmap.remove(item);
        if (step.isDone()) {
            desk.keep(roadmap, "roadmap.row-removed");
        }
        return step;
    }

    /**
     * Answers a remark and corrects the row it is about, in one go.
     *
     * @param correction what the row is to say from now on, or null if it stays
     * @param seen the version of the row that the writer saw; unimportant without a correction
     * @throws ObjectOptimisticLockingFailureException if somebody has changed the row since
     */
    @Transactional
    public Step answer(
            RoadmapId id, RemarkId remark, String answer, @Nullable Wording correction, long seen) {
        CurrentScope.get().demand(PERMISSION);
        var roadmap = desk.own(id);
        var about = roadmap.remark(remark).item();
        var step = roadmap.answer(remark, answer, desk.actor(), desk.now());
        if (step.isDone() && correction != null && about.isPresent()) {
            var row = roadmap.item(about.get());
            if (row.version() != seen) {
                throw new ObjectOptimisticLockingFailureException(Item.class, about.get().value());
            }
            step = roadmap.rewrite(about.get(), correction);
        }
        if (step.isDone()) {
            desk.keep(roadmap, "roadmap.remark-answered");
        }
        return step;
    }

    /** Throws a draft away that nobody outside the school has seen. */
    @Transactional
    public Step discard(RoadmapId id, long seen) {
        CurrentScope.get().demand(PERMISSION);
        var roadmap = desk.own(id);
        var step = roadmap.discard();
        if (step.isDone()) {
            desk.unchanged(roadmap, seen);
            desk.discard(roadmap);
        }
        return step;
    }
}
