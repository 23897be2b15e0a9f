package ru.mentoringlocal.demo.plan;

/** How far a school's roadmap of the running school year has come. */
public enum RoadmapStage {
    NONE,
    DRAFT,
    SENT,
    RETURNED,
    AGREED,
    IN_FORCE
}
