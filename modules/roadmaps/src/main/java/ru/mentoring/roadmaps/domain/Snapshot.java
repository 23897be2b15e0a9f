package ru.mentoring.roadmaps.domain;

import java.util.List;
import java.util.Optional;

/** The rows of a roadmap as they stood when an edition was sent. */
public record Snapshot(List<Part> parts) {

    public Snapshot {
        parts = List.copyOf(parts);
    }

    /** A section with its rows; rows before the first section are in one without id. */
    public record Part(SectionId section, String number, String title, List<Row> rows) {

        public Part {
            rows = List.copyOf(rows);
        }
    }

    /** A row. */
    public record Row(ItemId item, Wording wording) {}

    /** Returns all rows in order. */
    public List<Row> rows() {
        return parts.stream().flatMap(part -> part.rows().stream()).toList();
    }

    /** Returns what a row said. */
    public Optional<Wording> wording(ItemId item) {
        return rows().stream().filter(row -> row.item().equals(item)).map(Row::wording).findFirst();
    }
}
