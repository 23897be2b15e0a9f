package ru.mentoringlocal.demo.plan;

import java.util.List;

/** How far a school's roadmap of the running school year has come. */
public enum RoadmapStage {
    NONE,
    DRAFT,
    SENT,
    RETURNED,
    AGREED,
    IN_FORCE;

    /** The stages of a roadmap that has left the school, the last one more often. */
    static final List<RoadmapStage> SENT_ONES =
            List.of(SENT, RETURNED, AGREED, IN_FORCE, IN_FORCE, IN_FORCE);

    /** Says whether whoever stands above the school has agreed the roadmap. */
    boolean agreed() {
        return this == AGREED || this == IN_FORCE;
    }
}
