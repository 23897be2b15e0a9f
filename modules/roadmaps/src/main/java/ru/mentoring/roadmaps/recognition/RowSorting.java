package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.roadmaps.recognition.ReadLine.Meaning;

/**
 * Decides of each row whether it begins a section, begins an item, or goes on with one; knows all
 * rows for that.
 */
final class RowSorting {

    private final List<RawRow> rows;
    private final Trace trace;
    private final RowSigns signs;
    private final List<SectionDraft> sections = new ArrayList<>();
    private @Nullable ItemDraft item;
    private String stage = "";

    private RowSorting(List<RawRow> rows, Trace trace) {
        this.rows = rows;
        this.trace = trace;
        this.signs = new RowSigns(rows);
    }

    /** Returns the sections with their items. */
    static List<SectionDraft> sort(List<RawRow> rows, Trace trace) {
        var sorting = new RowSorting(rows, trace);
        for (int i = 0; i < rows.size(); i++) {
            sorting.take(i);
        }
        return sorting.sections;
    }

    private void take(int i) {
        RawRow row = rows.get(i);
        if (!row.across().isEmpty()) {
            takeAcross(i);
            return;
        }
        openStage(row);
        String number = row.text(Column.NUMBER);
        if (signs.isSection(i)) {
            takeSection(row, number);
        } else if (item != null && signs.continues(i, item)) {
            takeContinuation(row, item);
        } else if (row.has(Column.ACTIVITY)) {
            takeItem(i, number);
        } else {
            takeRest(row, number);
        }
    }

    private void takeAcross(int i) {
        RawRow row = rows.get(i);
        String text = String.join(" ", row.across());
        SectionDraft last = sections.isEmpty() ? null : sections.getLast();
        if (last != null && last.heading().equalsIgnoreCase(text)) {
            trace.line(row.place(), Meaning.COLUMN_HEADS, text, last.number());
            trace.find(Finding.Code.HEADER_REPEATED, row.place());
        } else if (signs.isRemark(i)) {
            trace.leaveOut(row.place(), text);
        } else if (last != null && last.items().isEmpty() && Lines.readsOn(text)) {
            last.readOn(text);
            trace.line(row.place(), Meaning.CONTINUATION, text, last.number());
        } else {
            open(SectionDraft.of(row.place(), text), row);
        }
    }

    private void open(SectionDraft section, RawRow row) {
        sections.add(section);
        item = null;
        trace.line(row.place(), Meaning.SECTION, row.text(), section.number());
    }

    /** A new text in the column of stages begins a section; the row may hold an item as well. */
    private void openStage(RawRow row) {
        String text = row.text(Column.STAGE);
        if (text.isEmpty() || text.equals(stage)) {
            return;
        }
        if (row.atBreak() && Lines.readsOn(text) && !sections.isEmpty()) {
            sections.getLast().readOn(text);
            stage = sections.getLast().heading();
            return;
        }
        stage = text;
        sections.add(SectionDraft.of(row.place(), text));
        item = null;
    }

    private void takeSection(RawRow row, String number) {
        String text = row.text(Column.ACTIVITY);
        ItemNumber.Numbered inNumber = ItemNumber.leading(number);
        SectionDraft section =
                number.isEmpty() || text.isEmpty()
                        ? SectionDraft.of(row.place(), (number + " " + text).strip())
                        : inNumber != null && !inNumber.rest().isEmpty()
                                ? new SectionDraft(
                                        row.place(),
                                        inNumber.number(),
                                        inNumber.rest() + " " + text)
                                : new SectionDraft(row.place(), number, text);
        List.of(Column.DEADLINE, Column.RESPONSIBLE)
                .forEach(column -> section.content().addAll(row.lines(column)));
        open(section, row);
    }

    private void takeContinuation(RawRow row, ItemDraft above) {
        if (row.continued().contains(Column.NUMBER) || row.continued().contains(Column.ACTIVITY)) {
            above.addLines(row);
        } else {
            above.joinBroken(row);
        }
        trace.line(row.place(), Meaning.CONTINUATION, row.text(), above.number());
        trace.find(Finding.Code.ROW_JOINED, row.place(), above.number());
    }

    private void takeItem(int i, String number) {
        RawRow row = rows.get(i);
        if (ItemNumber.isStage(number)) {
            open(new SectionDraft(row.place(), number, ""), row);
            add(row, ItemDraft.of(row, "", signs.isWholeStage(i)));
            return;
        }
        boolean wholeStage = signs.isWholeStage(i);
        String own = number;
        ItemDraft draft = ItemDraft.of(row, own, wholeStage);
        if (own.isEmpty() && !wholeStage) {
            ItemNumber.Numbered leading = signs.numberInText(row);
            if (leading != null) {
                draft = ItemDraft.of(row, leading.number(), false);
                var lines = new ArrayList<>(row.lines(Column.ACTIVITY));
                lines.set(0, leading.rest());
                draft.put(Column.ACTIVITY, lines);
            } else if (signs.isNumbered()) {
                trace.find(Finding.Code.ROW_WITHOUT_NUMBER, row.place(), row.text(Column.ACTIVITY));
            }
        }
        add(row, draft);
    }

    private void add(RawRow row, ItemDraft draft) {
        if (item != null) {
            draft.inherit(row.continued(), item);
        }
        if (sections.isEmpty()) {
            sections.add(new SectionDraft(row.place(), "", ""));
        }
        sections.getLast().items().add(draft);
        sections.getLast().content().addAll(row.lines(Column.CONTENT));
        item = draft;
        boolean opened =
                !trace.lines().isEmpty() && trace.lines().getLast().place().equals(row.place());
        if (!opened) {
            trace.line(row.place(), Meaning.ITEM, row.text(), draft.number());
        }
    }

    /** Something without an activity and without an item above it. */
    private void takeRest(RawRow row, String number) {
        if (row.has(Column.STAGE) || row.has(Column.CONTENT)) {
            sections.getLast().content().addAll(row.lines(Column.CONTENT));
            trace.line(row.place(), Meaning.SECTION, row.text(), number);
        } else {
            trace.line(row.place(), Meaning.LEFT_OUT, row.text(), "");
            trace.find(Finding.Code.ROW_NOT_UNDERSTOOD, row.place(), row.text());
        }
    }
}
