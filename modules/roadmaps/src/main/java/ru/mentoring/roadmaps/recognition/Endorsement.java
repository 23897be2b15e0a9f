package ru.mentoring.roadmaps.recognition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A block of the paper's head in which somebody approves or agrees it. What is not written is
 * empty.
 *
 * @param post what the person is ("Director")
 * @param paper the order or minutes it rests on, as written
 * @param lines the whole block as written
 */
public record Endorsement(
        String post,
        String organisation,
        String person,
        String paper,
        @Nullable LocalDate date,
        List<String> lines) {

    public Endorsement {
        lines = List.copyOf(lines);
    }
}
