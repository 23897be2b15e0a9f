package ru.mentoring.roadmaps.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import ru.mentoring.roadmaps.domain.Proposal;
import ru.mentoring.tenancy.Track;

/** Says where two people have corrected what was understood of one paper in different ways. */
final class ProposalDifferences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private static final int LONGEST_QUOTATION = 120;

    private final MessageSource messages;
    private final Locale locale;

    ProposalDifferences(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    /** Returns one line for each field that differs, with the words of the other. */
    List<Trouble> of(Proposal mine, Proposal other) {
        var found = new ArrayList<Trouble>();
        head(found, "title", mine, other, Proposal::title);
        head(found, "institution", mine, other, Proposal::institution);
        head(found, "track", mine, other, one -> track(one.track()));
        head(found, "startYear", mine, other, one -> year(one.startYear()));
        head(found, "from", mine, other, one -> day(one.from()));
        head(found, "to", mine, other, one -> day(one.to()));
        for (int part = 0; part < mine.parts().size(); part++) {
            parts(found, part, mine.parts().get(part), other.parts().get(part));
        }
        return found;
    }

    private void parts(List<Trouble> found, int at, Proposal.Part mine, Proposal.Part other) {
        if (!mine.number().equals(other.number()) || !mine.title().equals(other.title())) {
            found.add(
                    new Trouble(
                            text(
                                    "roadmaps.preview.changed.field",
                                    text("roadmaps.preview.section.title"),
                                    quoted((other.number() + " " + other.title()).strip())),
                            "#rows"));
        }
        for (int row = 0; row < mine.rows().size(); row++) {
            var link = "#r-%d-%d".formatted(at, row);
            rows(found, link, mine.rows().get(row), other.rows().get(row));
        }
    }

    private void rows(List<Trouble> found, String link, Proposal.Row mine, Proposal.Row other) {
        row(found, link, "number", mine, other, Proposal.Row::number);
        row(found, link, "title", mine, other, Proposal.Row::title);
        row(found, link, "content", mine, other, one -> String.join("; ", one.content()));
        row(found, link, "deadlineText", mine, other, Proposal.Row::deadlineText);
        row(found, link, "responsible", mine, other, one -> String.join("; ", one.responsible()));
        row(found, link, "result", mine, other, Proposal.Row::result);
        row(found, link, "indicator", mine, other, Proposal.Row::indicator);
        boolean sameWords = mine.deadlineText().equals(other.deadlineText());
        if (sameWords && !mine.deadline().equals(other.deadline())) {
            found.add(new Trouble(text("roadmaps.preview.changed.answer", name(mine)), link));
        }
        if (mine.dropped() != other.dropped()) {
            var key = "roadmaps.preview.changed." + (other.dropped() ? "dropped" : "taken");
            found.add(new Trouble(text(key, name(mine)), link));
        }
    }

    private void head(
            List<Trouble> found,
            String field,
            Proposal mine,
            Proposal other,
            Function<Proposal, String> says) {
        if (!says.apply(mine).strip().equals(says.apply(other).strip())) {
            found.add(
                    new Trouble(
                            text(
                                    "roadmaps.preview.changed.field",
                                    text("roadmaps.preview.field." + field),
                                    quoted(says.apply(other))),
                            "#" + field));
        }
    }

    private void row(
            List<Trouble> found,
            String link,
            String field,
            Proposal.Row mine,
            Proposal.Row other,
            Function<Proposal.Row, String> says) {
        if (!says.apply(mine).strip().equals(says.apply(other).strip())) {
            found.add(
                    new Trouble(
                            text(
                                    "roadmaps.preview.changed.row",
                                    name(mine),
                                    text("roadmaps.item.field." + field),
                                    quoted(says.apply(other))),
                            link));
        }
    }

    private String track(@Nullable Track track) {
        return track == null ? "" : text("roadmaps.track-of." + track);
    }

    private static String year(int start) {
        return "%d/%02d".formatted(start, (start + 1) % 100);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String name(Proposal.Row row) {
        return row.number().isBlank() ? quoted(row.title()) : row.spokenNumber();
    }

    private static String quoted(String words) {
        var line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTATION
                ? line
                : line.substring(0, LONGEST_QUOTATION) + "…";
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
