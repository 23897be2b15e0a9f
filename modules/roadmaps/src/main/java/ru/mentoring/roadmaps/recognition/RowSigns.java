package ru.mentoring.roadmaps.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks for a row being a section, an item or the rest of one. */
final class RowSigns {

    private static final double MOSTLY = 0.5;

    private final List<RawRow> rows;
    private final List<String> numbers;
    private final boolean numbered;
    private final boolean deep;

    RowSigns(List<RawRow> rows) {
        this.rows = rows;
        this.numbers =
                rows.stream()
                        .map(row -> row.text(Column.NUMBER))
                        .filter(number -> !number.isEmpty())
                        .toList();
        List<RawRow> whole =
                rows.stream().filter(row -> row.has(Column.ACTIVITY) && row.details() > 0).toList();
        long withNumber = whole.stream().filter(row -> row.has(Column.NUMBER)).count();
        this.numbered = !whole.isEmpty() && withNumber >= whole.size() * MOSTLY;
        long deepNumbers =
                numbers.stream().filter(number -> ItemNumber.parts(number).size() > 1).count();
        this.deep = deepNumbers * 2 > numbers.size();
    }

    /** Whether items of this paper have numbers in a column of their own. */
    boolean isNumbered() {
        return numbered;
    }

    boolean isSection(int i) {
        RawRow row = rows.get(i);
        String number = row.text(Column.NUMBER);
        boolean bare = row.details() == 0 && row.continued().isEmpty() && !row.has(Column.STAGE);
        if (ItemNumber.isStage(number) || namesStage(number)) {
            return bare || !row.has(Column.ACTIVITY);
        }
        if (!number.isEmpty()) {
            return isNumberedSection(row, number, bare);
        }
        return bare && row.has(Column.ACTIVITY) && isPlainSection(i);
    }

    private static boolean namesStage(String number) {
        ItemNumber.Numbered leading = ItemNumber.leading(number);
        return leading != null && ItemNumber.isStage(leading.number());
    }

    private boolean isNumberedSection(RawRow row, String number, boolean bare) {
        boolean hasBelow = numbers.stream().anyMatch(other -> ItemNumber.isBelow(other, number));
        if (!bare) {
            boolean onlyTime = row.details() == 1 && row.has(Column.DEADLINE);
            return hasBelow && onlyTime && ItemNumber.parts(number).size() == 1;
        }
        List<Integer> parts = ItemNumber.parts(number);
        boolean upper =
                parts.isEmpty() ? number.matches("[IVXІХ]+\\.?") : parts.size() == 1 && deep;
        return row.merged() || hasBelow || upper || !numbered;
    }

    /** A row with nothing but words where activities stand. */
    private boolean isPlainSection(int i) {
        RawRow row = rows.get(i);
        String text = row.text(Column.ACTIVITY);
        ItemNumber.Numbered leading = ItemNumber.leading(text);
        if (row.merged() || (leading != null && ItemNumber.isStage(leading.number()))) {
            return true;
        }
        if (Lines.readsOn(text) || row.atBreak()) {
            return false;
        }
        if (!numbered) {
            return leading == null || ItemNumber.parts(leading.number()).size() < 2;
        }
        return nextBeginsGroup(i);
    }

    private boolean nextBeginsGroup(int i) {
        if (i + 1 >= rows.size()) {
            return false;
        }
        List<Integer> next = ItemNumber.parts(rows.get(i + 1).text(Column.NUMBER));
        return next.size() > 1 && next.getLast() == 1;
    }

    /** Whether the row, which is no section, is the rest of the item above it. */
    boolean continues(int i, ItemDraft above) {
        RawRow row = rows.get(i);
        String number = row.text(Column.NUMBER);
        String text = row.text(Column.ACTIVITY);
        if (!number.isEmpty()) {
            return number.equals(above.number())
                    && row.atBreak()
                    && (text.isEmpty() || Lines.readsOn(text));
        }
        boolean sameNumber = row.continued().contains(Column.NUMBER) && !isUnderStageNumber(i);
        if (sameNumber || row.continued().contains(Column.ACTIVITY) || text.isEmpty()) {
            return true;
        }
        if (above.isWholeStage() && !row.has(Column.STAGE)) {
            return true;
        }
        if (Lines.readsOn(text)) {
            return true;
        }
        return numbered ? isRestOfNumbered(row, above) : isRestOfPlain(row, above, text);
    }

    /**
     * Whether the cell of numbers that goes on here holds the number of a stage, not of an item.
     */
    private boolean isUnderStageNumber(int i) {
        for (int above = i; above >= 0; above--) {
            String number = rows.get(above).text(Column.NUMBER);
            if (!number.isEmpty()) {
                return ItemNumber.isStage(number) || namesStage(number);
            }
        }
        return false;
    }

    private boolean isRestOfPlain(RawRow row, ItemDraft above, String text) {
        if (!row.atBreak() || numberInText(row) != null) {
            return false;
        }
        boolean nobody = !row.has(Column.DEADLINE) && !row.has(Column.RESPONSIBLE);
        return nobody || completesDeadline(row, above) || text.isEmpty();
    }

    /**
     * Where items have numbers, a row without one right after a page's end is the rest of the item
     * above.
     */
    private boolean isRestOfNumbered(RawRow row, ItemDraft above) {
        if (row.atBreak()) {
            return true;
        }
        if (!row.has(Column.DEADLINE)) {
            return row.details() < 2;
        }
        return completesDeadline(row, above) || !CellSigns.isDeadline(row.text(Column.DEADLINE));
    }

    /** Whether the deadline above says nothing by itself, and something with the one here. */
    private static boolean completesDeadline(RawRow row, ItemDraft above) {
        String first = above.text(Column.DEADLINE);
        String both = (first + " " + row.text(Column.DEADLINE)).strip();
        return !first.isEmpty()
                && row.has(Column.DEADLINE)
                && !CellSigns.isDeadline(first)
                && CellSigns.isDeadline(both);
    }

    /** Whether the row is a whole stage whose cell of activities lists them. */
    boolean isWholeStage(int i) {
        RawRow row = rows.get(i);
        boolean last =
                i + 1 >= rows.size()
                        || rows.get(i + 1).atBreak()
                        || !rows.get(i + 1).across().isEmpty();
        boolean alone = last || beginsStage(rows.get(i + 1));
        ContentList list = ContentList.of(row.lines(Column.ACTIVITY));
        return beginsStage(row) && alone && list.isList() && list.lead().isEmpty();
    }

    private static boolean beginsStage(RawRow row) {
        return row.has(Column.STAGE) || ItemNumber.isStage(row.text(Column.NUMBER));
    }

    /** A number at the beginning of the activity, where it is not the first marker of a list. */
    ItemNumber.@Nullable Numbered numberInText(RawRow row) {
        List<String> lines = row.lines(Column.ACTIVITY);
        if (lines.isEmpty()) {
            return null;
        }
        ItemNumber.Numbered leading = ItemNumber.leading(lines.getFirst());
        boolean listed =
                leading != null
                        && ItemNumber.parts(leading.number()).size() < 2
                        && ContentList.of(lines).points().stream()
                                        .filter(p -> !p.number().isEmpty())
                                        .count()
                                > 1;
        return listed ? null : leading;
    }

    /** Whether a cell across the table is no heading. */
    boolean isRemark(int i) {
        String text = String.join(" ", rows.get(i).across());
        String lower = Lines.lower(text);
        if (lower.startsWith("*")
                || lower.startsWith("примечани")
                || lower.startsWith("продолжение")
                || text.contains("____")) {
            return true;
        }
        boolean followed =
                rows.subList(i + 1, rows.size()).stream().anyMatch(row -> row.across().isEmpty());
        return !followed && ItemNumber.leading(text) == null;
    }
}
