package ru.mentoring.roadmaps;

import java.util.UUID;
import ru.mentoring.shared.NoSuch;

/** There is no such roadmap, row or upload, or the scope may not know of it. */
public class NoSuchRoadmap extends NoSuch {

    public NoSuchRoadmap(UUID id) {
        super("roadmap", id);
    }
}
