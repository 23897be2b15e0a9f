package ru.mentoring.roadmaps.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.tenancy.Track;

/**
 * What a new roadmap is to say.
 *
 * @param startYear the year in which its season starts: 2026 for 2026/27
 * @param institution whose roadmap it is, as the paper's head says
 * @param to the last day, or null if it has no end
 */
public record Plan(
        Track track,
        int startYear,
        String title,
        String institution,
        LocalDate from,
        @Nullable LocalDate to,
        List<Part> parts) {

    public Plan {
        parts = List.copyOf(parts);
    }

    /**
     * A section with its rows; rows that stand before any section are in one without words.
     *
     * @param content what the section or stage is about, where the paper says so
     */
    public record Part(String number, String title, List<String> content, List<Wording> rows) {

        public Part {
            content = List.copyOf(content);
            rows = List.copyOf(rows);
        }
    }
}
