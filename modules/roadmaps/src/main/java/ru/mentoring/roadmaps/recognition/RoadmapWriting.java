package ru.mentoring.roadmaps.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ru.mentoring.roadmaps.recognition.Finding.Code;
import ru.mentoring.roadmaps.recognition.PaperWalk.PreambleLine;
import ru.mentoring.roadmaps.recognition.TableReader.RoadmapTable;
import ru.mentoring.roadmaps.recognition.deadline.Deadline;
import ru.mentoring.roadmaps.recognition.deadline.Span;

/** Puts header, sections and items together and says what is missing or odd. */
final class RoadmapWriting {

    private final Trace trace;

    RoadmapWriting(Trace trace) {
        this.trace = trace;
    }

    RecognisedRoadmap write(
            List<PreambleLine> preamble,
            List<SectionDraft> drafts,
            Set<Column> known,
            LocalDate today) {
        var writing = new ItemWriting(trace);
        var sections = new ArrayList<RecognisedSection>();
        for (SectionDraft draft : drafts) {
            var items = new ArrayList<RecognisedItem>();
            for (ItemDraft item : draft.items()) {
                expand(item).forEach(one -> items.add(writing.write(one)));
            }
            if (items.isEmpty()) {
                trace.find(Code.SECTION_EMPTY, draft.place(), draft.heading());
            }
            sections.add(
                    new RecognisedSection(
                            draft.number(), draft.title(), draft.content(), items, draft.place()));
        }
        List<RecognisedItem> items =
                sections.stream().flatMap(section -> section.items().stream()).toList();
        RoadmapHeader header =
                new HeaderReader(preamble, trace)
                        .read(
                                new PeriodGuess(
                                        items.stream().map(RecognisedItem::deadline).toList(),
                                        today));
        new NumberCheck(trace).check(items);
        items.forEach(item -> checkGaps(item, known));
        items.forEach(item -> checkAgainst(header.period(), item));
        return new RecognisedRoadmap(header, sections, trace.findings(), trace.lines());
    }

    /** Returns the columns the tables have; what is missing or guessed is noted. */
    Set<Column> noteColumns(List<RoadmapTable> tables) {
        Set<Column> known = EnumSet.noneOf(Column.class);
        for (RoadmapTable table : tables) {
            table.layout().columns().stream().filter(column -> column != null).forEach(known::add);
            for (int position : table.guessed()) {
                trace.find(
                        Code.COLUMN_GUESSED,
                        Place.row(table.grid().table(), Math.max(0, table.heads() + 1))
                                .column(position + 1),
                        table.layout().head(position),
                        String.valueOf(table.layout().at(position)));
            }
            for (int i = 0; i < table.layout().width() && table.heads() >= 0; i++) {
                Column column = table.layout().at(i);
                if ((column == null || column == Column.OTHER)
                        && !table.layout().head(i).isEmpty()) {
                    trace.find(
                            Code.COLUMN_KEPT_AS_NOTE,
                            Place.row(table.grid().table(), table.heads() + 1).column(i + 1),
                            table.layout().head(i));
                }
            }
        }
        for (Column column : EnumSet.of(Column.DEADLINE, Column.RESPONSIBLE, Column.RESULT)) {
            if (!known.contains(column)) {
                trace.find(Code.COLUMN_MISSING, Place.PAPER, column.name());
            }
        }
        return known;
    }

    private List<ItemDraft> expand(ItemDraft draft) {
        if (!draft.isWholeStage()) {
            return List.of(draft);
        }
        ContentList list = ContentList.of(draft.lines(Column.ACTIVITY));
        if (!list.isList()) {
            return List.of(draft);
        }
        trace.find(Code.ITEMS_FROM_STAGE, draft.place(), Integer.toString(list.points().size()));
        return list.points().stream().map(draft::point).toList();
    }

    private void checkGaps(RecognisedItem item, Set<Column> known) {
        String name = item.number().isEmpty() ? item.title() : item.number();
        if (known.contains(Column.DEADLINE) && item.deadline() instanceof Deadline.Unspecified) {
            trace.find(Code.DEADLINE_MISSING, item.place(), name);
        }
        if (known.contains(Column.RESPONSIBLE) && item.responsible().isEmpty()) {
            trace.find(Code.RESPONSIBLE_MISSING, item.place(), name);
        }
        if (known.contains(Column.RESULT) && item.result().isEmpty()) {
            trace.find(Code.RESULT_MISSING, item.place(), name);
        }
    }

    private void checkAgainst(RoadmapPeriod period, RecognisedItem item) {
        String name = item.number().isEmpty() ? item.title() : item.number();
        switch (item.deadline()) {
            case Deadline.WholePeriod(Deadline.Extent extent)
                    when extent == Deadline.Extent.YEAR
                            && period.kind() != RoadmapPeriod.Kind.CALENDAR_YEAR
                            && period.kind() != RoadmapPeriod.Kind.SCHOOL_YEAR ->
                    trace.find(Code.DEADLINE_WHICH_YEAR, item.place(), name, item.deadlineText());
            case Deadline.SeasonMonths(var from, var to, boolean yearly)
                    when !yearly
                            && to.compareTo(from) < 0
                            && period.kind() == RoadmapPeriod.Kind.CALENDAR_YEAR ->
                    trace.find(
                            Code.DEADLINE_CROSSES_NEW_YEAR,
                            item.place(),
                            name,
                            item.deadlineText());
            default -> {
                boolean outside =
                        item.deadline().spans(period.span()).stream()
                                .map(Span::to)
                                .anyMatch(day ->
                                        day.isBefore(period.from()) || day.isAfter(period.to()));
                if (outside) {
                    trace.find(
                            Code.DEADLINE_OUTSIDE_PERIOD, item.place(), name, item.deadlineText());
                }
            }
        }
    }
}
