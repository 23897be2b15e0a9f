package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An item in the making: rows that belong together, texts not yet interpreted. */
final class ItemDraft {

    /** What a merged cell says is true of all rows beside it. */
    static final Set<Column> SHARED =
            Collections.unmodifiableSet(
                    EnumSet.of(
                            Column.DEADLINE, Column.RESPONSIBLE, Column.RESULT, Column.INDICATOR));

    private final Place place;
    private final String number;
    private final boolean wholeStage;
    private final Map<Column, List<String>> texts = new EnumMap<>(Column.class);
    private final Set<Column> inherited = EnumSet.noneOf(Column.class);
    private final List<String> notes = new ArrayList<>();

    ItemDraft(Place place, String number, boolean wholeStage) {
        this.place = place;
        this.number = number;
        this.wholeStage = wholeStage;
    }

    static ItemDraft of(RawRow row, String number, boolean wholeStage) {
        var draft = new ItemDraft(row.place(), number, wholeStage);
        draft.texts.putAll(row.texts());
        draft.inherited.addAll(row.inherited());
        draft.notes.addAll(row.notes());
        return draft;
    }

    Place place() {
        return place;
    }

    String number() {
        return number;
    }

    /** Whether the row is a whole stage, so that each point of its list is an item. */
    boolean isWholeStage() {
        return wholeStage;
    }

    List<String> lines(Column column) {
        return texts.getOrDefault(column, List.of());
    }

    String text(Column column) {
        return String.join(" ", lines(column));
    }

    List<String> notes() {
        return notes;
    }

    boolean isInherited(Column column) {
        return inherited.contains(column);
    }

    void put(Column column, List<String> lines) {
        texts.put(column, lines);
    }

    /** Takes in the rest of an item that a page has broken. */
    void joinBroken(RawRow row) {
        for (Column column : row.texts().keySet()) {
            if (!row.inherited().contains(column)) {
                put(column, Lines.joinBroken(lines(column), row.lines(column)));
            }
        }
        notes.addAll(row.notes());
    }

    /** Takes in a further row beside a cell merged downwards: its texts are lines of their own. */
    void addLines(RawRow row) {
        for (Column column : row.texts().keySet()) {
            if (!row.inherited().contains(column)) {
                var lines = new ArrayList<>(lines(column));
                lines.addAll(row.lines(column));
                put(column, lines);
            }
        }
        notes.addAll(row.notes());
    }

    /** Takes from the item above what a merged cell says that a page has broken. */
    void inherit(Set<Column> continued, ItemDraft above) {
        for (Column column : SHARED) {
            if (continued.contains(column) && !texts.containsKey(column)) {
                put(column, above.lines(column));
                inherited.add(column);
            }
        }
    }

    /** Returns an item for one point of this whole stage. */
    ItemDraft point(ContentList.Point point) {
        var draft = new ItemDraft(place, point.number(), false);
        draft.texts.putAll(texts);
        draft.texts.remove(Column.CONTENT);
        draft.put(Column.ACTIVITY, List.of(point.text()));
        draft.inherited.addAll(SHARED);
        draft.notes.addAll(notes);
        return draft;
    }
}
