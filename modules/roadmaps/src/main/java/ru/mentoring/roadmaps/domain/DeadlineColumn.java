package ru.mentoring.roadmaps.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation;

/** Stores a deadline as one line of words and dates. */
@Converter
class DeadlineColumn implements AttributeConverter<Deadline, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Deadline deadline) {
        return deadline == null ? null : DeadlineNotation.write(deadline);
    }

    @Override
    public @Nullable Deadline convertToEntityAttribute(@Nullable String line) {
        return line == null ? null : DeadlineNotation.read(line);
    }
}
