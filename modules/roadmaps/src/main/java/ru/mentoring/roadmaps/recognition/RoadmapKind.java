package ru.mentoring.roadmaps.recognition;

/** For whom a roadmap is and who carries it out. */
public enum RoadmapKind {
    /** A school mentors its pupils. */
    SCHOOL_LEARNERS,
    /** A school mentors its teachers. */
    SCHOOL_TEACHERS,
    /** A municipality leads its schools. */
    MUNICIPALITY
}
