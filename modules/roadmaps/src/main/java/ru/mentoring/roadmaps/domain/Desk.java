package ru.mentoring.roadmaps.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import ru.mentoring.roadmaps.NoSuchRoadmap;
import ru.mentoring.roadmaps.RoadmapId;
import ru.mentoring.tenancy.AccountId;
import ru.mentoring.tenancy.Audit;
import ru.mentoring.tenancy.CurrentScope;

/** What each piece of work on a roadmap begins and ends with. */
@Component
class Desk {

    private final Roadmaps roadmaps;
    private final Audit audit;
    private final Clock clock;

    Desk(Roadmaps roadmaps, Audit audit, Clock clock) {
        this.roadmaps = roadmaps;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes a roadmap of the scope's own organisation. */
    Roadmap own(RoadmapId id) {
        return roadmaps.findById(id)
                .filter(roadmap -> roadmap.org().equals(CurrentScope.get().org()))
                .orElseThrow(() -> new NoSuchRoadmap(id.value()));
    }

    /** Takes a roadmap that was sent to the scope's organisation to be agreed. */
    Roadmap sentHere(RoadmapId id) {
        return roadmaps.findById(id)
                .filter(roadmap ->
                        roadmap.reviewer().filter(CurrentScope.get().org()::equals).isPresent())
                .orElseThrow(() -> new NoSuchRoadmap(id.value()));
    }

    /** Insists that nobody has changed the roadmap since somebody saw it. */
    void unchanged(Roadmap roadmap, long seen) {
        if (roadmap.version() != seen) {
            throw new ObjectOptimisticLockingFailureException(Roadmap.class, roadmap.id().value());
        }
    }

    void keep(Roadmap roadmap, String action, String... fields) {
        roadmaps.save(roadmap);
        audit.record(action, "roadmap", roadmap.id().value(), fields);
    }

    void discard(Roadmap roadmap) {
        roadmaps.delete(roadmap);
        audit.record("roadmap.discarded", "roadmap", roadmap.id().value());
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    @Nullable AccountId actor() {
        return CurrentScope.get().actor().orElse(null);
    }
}
