package ru.mentoring.roadmaps.domain;

import java.util.Collection;
import org.springframework.test.util.ReflectionTestUtils;

/** The events that an aggregate has registered and the repository would publish. */
final class Happened {

    private Happened() {}

    static Collection<?> in(Roadmap roadmap) {
        return java.util.Objects.requireNonNull(
                ReflectionTestUtils.invokeMethod(roadmap, "happened"));
    }
}
