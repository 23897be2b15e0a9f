package ru.mentoring.roadmaps.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.domain.DeadlineAnswer;
import ru.mentoring.roadmaps.domain.Wording;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;

/**
 * A row of a roadmap as a form; lists stand one line each.
 *
 * @param choice which meaning of an unclear deadline was chosen
 * @param seen the version of the row that the writer saw
 */
record ItemForm(
        @Size(max = 60) String number,
        @NotBlank @Size(max = 4000) String title,
        @Size(max = 8000) String content,
        @Size(max = 500) String deadlineText,
        @Nullable String choice,
        @Size(max = 2000) String responsible,
        @Size(max = 4000) String result,
        @Size(max = 4000) String indicator,
        @Size(max = 4000) String note,
        @Nullable Long seen) {

    static ItemForm of(Wording row, long version) {
        return new ItemForm(
                row.number(),
                row.title(),
                String.join("\n", row.content()),
                row.deadlineText(),
                null,
                String.join("\n", row.responsible()),
                row.result(),
                row.indicator(),
                row.note(),
                version);
    }

    static ItemForm empty() {
        return new ItemForm("", "", "", "", null, "", "", "", "", 0L);
    }

    /**
     * Returns what the row is to say.
     *
     * @param before what it said, or null for a new one
     */
    Wording wording(@Nullable Wording before) {
        return new Wording(
                text(number),
                text(title),
                lines(content),
                text(deadlineText),
                meaning(before),
                lines(responsible),
                text(result),
                text(indicator),
                text(note));
    }

    private Deadline meaning(@Nullable Wording before) {
        return DeadlineAnswer.settle(
                text(deadlineText),
                text(choice),
                before == null ? null : before.deadlineText(),
                before == null ? null : before.deadline(),
                null);
    }

    /** A form that does not say what its writer saw can only conflict. */
    static long seen(@Nullable Long version) {
        return version == null ? -1 : version;
    }

    static List<String> lines(@Nullable String text) {
        return Stream.of(text(text).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip().replace("\r\n", "\n");
    }
}
