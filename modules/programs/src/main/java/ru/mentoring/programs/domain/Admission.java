package ru.mentoring.programs.domain;

import java.util.List;
import ru.mentoring.programs.MentorshipId;
import ru.mentoring.programs.Obstacle;

/** The answer to somebody who wants to bring people together, or to start what was proposed. */
public sealed interface Admission {

    record Admitted(MentorshipId mentorship) implements Admission {}

    /** Nothing has changed. All obstacles are named, so that nobody has to try again and again. */
    record Refused(List<Obstacle> obstacles) implements Admission {
        public Refused {
            obstacles = List.copyOf(obstacles);
        }
    }
}
