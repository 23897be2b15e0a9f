package ru.mentoring.roadmaps.domain;

import java.time.LocalDate;
import ru.mentoring.agenda.TaskKey;
import ru.mentoring.roadmaps.RoadmapId;

/** How the tasks of a roadmap's way are named, and how long each may take. */
public final class RoadmapTasks {

    /** How many working days a step may take. */
    private static final int NORM = 5;

    private RoadmapTasks() {}

    /** Returns the key of a step's task: where a step comes again, the same one is opened anew. */
    public static TaskKey key(RoadmapId roadmap, String step) {
        return new TaskKey("roadmaps.roadmap:%s:%s".formatted(roadmap.value(), step));
    }

    /** Returns the last day in time for a step that somebody was given on a day. */
    public static LocalDate due(LocalDate since) {
        return WorkingDays.after(since, NORM);
    }
}
