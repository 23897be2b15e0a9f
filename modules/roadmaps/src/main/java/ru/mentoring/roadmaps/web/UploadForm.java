package ru.mentoring.roadmaps.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import ru.mentoring.roadmaps.domain.DeadlineAnswer;
import ru.mentoring.roadmaps.domain.Proposal;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.DeadlineNotation;
import ru.mentoring.tenancy.Track;

/**
 * What was understood of a paper, as one long form.
 *
 * @param seen the version of the upload that the writer saw
 */
record UploadForm(
        @Nullable String title,
        @Nullable String institution,
        @Nullable Track track,
        @Nullable Integer startYear,
        @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate from,
        @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate to,
        List<Part> parts,
        @Nullable Long seen) {

    UploadForm {
        parts = Objects.requireNonNullElse(parts, List.of());
    }

    /** A section. */
    record Part(@Nullable String number, @Nullable String title, List<Row> rows) {

        Part {
            rows = Objects.requireNonNullElse(rows, List.of());
        }
    }

    /** A row; lists stand one line each. */
    record Row(
            boolean dropped,
            @Nullable String number,
            @Nullable String title,
            @Nullable String content,
            @Nullable String deadlineText,
            @Nullable String choice,
            @Nullable String responsible,
            @Nullable String result,
            @Nullable String indicator) {

        static Row of(Proposal.Row row) {
            return new Row(
                    row.dropped(),
                    row.number(),
                    row.title(),
                    String.join("\n", row.content()),
                    row.deadlineText(),
                    row.meaning() instanceof Deadline.ExternalPlan
                            ? DeadlineAnswer.PLAN
                            : row.deadline(),
                    String.join("\n", row.responsible()),
                    row.result(),
                    row.indicator());
        }

        Proposal.Row over(Proposal.Row row) {
            var words = ItemForm.text(deadlineText);
            var question = row.question();
            var meaning =
                    DeadlineAnswer.settle(
                            words,
                            ItemForm.text(choice),
                            row.deadlineText(),
                            row.meaning(),
                            question);
            boolean same = words.equals(row.deadlineText().strip());
            var notation = DeadlineNotation.write(meaning);
            return new Proposal.Row(
                    dropped,
                    row.source(),
                    ItemForm.text(number),
                    ItemForm.text(title),
                    ItemForm.lines(content),
                    same ? row.deadlineText() : words,
                    notation,
                    same ? row.asked() : meaning instanceof Deadline.Unclear ? notation : "",
                    ItemForm.lines(responsible),
                    ItemForm.text(result),
                    ItemForm.text(indicator),
                    row.note(),
                    row.hints());
        }
    }

    static UploadForm of(Proposal proposal, long version) {
        return new UploadForm(
                proposal.title(),
                proposal.institution(),
                proposal.track(),
                proposal.startYear(),
                proposal.from(),
                proposal.to(),
                proposal.parts().stream()
                        .map(part ->
                                new Part(
                                        part.number(),
                                        part.title(),
                                        part.rows().stream().map(Row::of).toList()))
                        .toList(),
                version);
    }

    /** Returns the proposal with what the form says; what the form does not name stays. */
    Proposal over(Proposal proposal) {
        var changed = new ArrayList<Proposal.Part>();
        for (int number = 0; number < proposal.parts().size(); number++) {
            var old = proposal.parts().get(number);
            changed.add(number < parts.size() ? over(old, parts.get(number)) : old);
        }
        return new Proposal(
                ItemForm.text(title),
                ItemForm.text(institution),
                track,
                startYear == null ? proposal.startYear() : startYear,
                from == null ? proposal.from() : from,
                to,
                changed,
                proposal.hints(),
                proposal.lines());
    }

    private static Proposal.Part over(Proposal.Part old, Part part) {
        var rows = new ArrayList<Proposal.Row>();
        for (int number = 0; number < old.rows().size(); number++) {
            var row = old.rows().get(number);
            var form = number < part.rows().size() ? part.rows().get(number) : null;
            rows.add(form == null || form.number() == null ? row : form.over(row));
        }
        return new Proposal.Part(
                ItemForm.text(part.number()), ItemForm.text(part.title()), old.content(), rows);
    }
}
