package ru.mentoring.roadmaps.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores a snapshot as JSON in a shape of its own, so that renaming a class loses no old edition.
 */
@Converter
public class SnapshotColumn implements AttributeConverter<Snapshot, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record StoredPart(UUID id, String number, String title, List<StoredRow> rows) {}

    private record StoredRow(
            UUID id,
            String number,
            String title,
            List<String> content,
            String deadlineText,
            String deadline,
            List<String> responsible,
            String result,
            String indicator,
            String note) {}

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Snapshot snapshot) {
        return snapshot == null
                ? null
                : JSON.writeValueAsString(
                        snapshot.parts().stream()
                                .map(part ->
                                        new StoredPart(
                                                part.section().value(),
                                                part.number(),
                                                part.title(),
                                                part.rows().stream()
                                                        .map(SnapshotColumn::stored)
                                                        .toList()))
                                .toList());
    }

    @Override
    public @Nullable Snapshot convertToEntityAttribute(@Nullable String json) {
        if (json == null) {
            return null;
        }
        return new Snapshot(
                List.of(JSON.readValue(json, StoredPart[].class)).stream()
                        .map(part ->
                                new Snapshot.Part(
                                        new SectionId(part.id()),
                                        part.number(),
                                        part.title(),
                                        part.rows().stream().map(SnapshotColumn::row).toList()))
                        .toList());
    }

    private static StoredRow stored(Snapshot.Row row) {
        var wording = row.wording();
        return new StoredRow(
                row.item().value(),
                wording.number(),
                wording.title(),
                wording.content(),
                wording.deadlineText(),
                DeadlineNotation.write(wording.deadline()),
                wording.responsible(),
                wording.result(),
                wording.indicator(),
                wording.note());
    }

    private static Snapshot.Row row(StoredRow row) {
        return new Snapshot.Row(
                new ItemId(row.id()),
                new Wording(
                        row.number(),
                        row.title(),
                        row.content(),
                        row.deadlineText(),
                        DeadlineNotation.read(row.deadline()),
                        row.responsible(),
                        row.result(),
                        row.indicator(),
                        row.note()));
    }
}
