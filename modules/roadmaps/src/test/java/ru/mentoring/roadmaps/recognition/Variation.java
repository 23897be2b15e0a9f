package ru.mentoring.roadmaps.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One way of writing a roadmap down.
 *
 * @param columns the columns in their order
 * @param oddities what else is unlike the plain way
 */
record Variation(
        List<Column> columns,
        Heads heads,
        Sections sections,
        Numbers numbers,
        Set<Oddity> oddities) {

    /** How the columns are headed. */
    enum Heads {
        USUAL,
        /** Other words of the same meaning. */
        RENAMED,
        /** Words that say nothing. */
        MEANINGLESS,
        NONE
    }

    /** How sections are marked. */
    enum Sections {
        /** A number and a title in a row whose other cells are empty. */
        NUMBERED_ROW,
        /** One cell across the table. */
        MERGED_ROW,
        /** The number in its cell, the title across the rest. */
        MERGED_BUT_NUMBER,
        /** Stages across the table. */
        STAGE_ROW,
        /** The stage in a column of its own, merged downwards. */
        STAGE_COLUMN,
        /** A table each, with a heading above. */
        TABLES,
        /** None; items are counted through. */
        FLAT
    }

    enum Numbers {
        WITH_POINT,
        WITHOUT_POINT,
        /** With a gap and a number that occurs twice. */
        WITH_FAULTS,
        NONE
    }

    enum Oddity {
        HEADER_REPEATED,
        COLUMN_NUMBERS,
        ROW_SPLIT_OVER_TABLES,
        ROW_SPLIT_UNDER_HEADER,
        DEADLINES_MERGED,
        NOTE_COLUMN,
        OTHER_TABLES,
        LISTS_INLINE,
        LISTS_NUMBERED
    }

    static Variation of(Random random) {
        Numbers numbers = any(random, Numbers.values());
        Sections sections = any(random, Sections.values());
        Heads heads =
                any(
                        random,
                        Heads.USUAL,
                        Heads.USUAL,
                        Heads.RENAMED,
                        Heads.RENAMED,
                        Heads.MEANINGLESS,
                        Heads.NONE);
        var columns =
                new ArrayList<>(
                        List.of(
                                Column.ACTIVITY,
                                Column.DEADLINE,
                                Column.RESPONSIBLE,
                                Column.RESULT));
        if (random.nextBoolean()) {
            columns.add(Column.INDICATOR);
        }
        boolean known = heads == Heads.USUAL || heads == Heads.RENAMED;
        if (random.nextInt(3) == 0) {
            columns.remove(
                    any(
                            random,
                            known
                                    ? new Column[] {
                                        Column.DEADLINE, Column.RESPONSIBLE, Column.RESULT
                                    }
                                    : new Column[] {Column.RESPONSIBLE, Column.INDICATOR}));
        }
        // Without heads nobody can tell an activity from its result but by which comes first.
        if (random.nextBoolean() && known) {
            Collections.shuffle(columns, random);
        }
        boolean stages = sections == Sections.STAGE_COLUMN;
        if (numbers != Numbers.NONE
                || sections == Sections.NUMBERED_ROW
                || sections == Sections.MERGED_BUT_NUMBER) {
            columns.add(
                    random.nextInt(5) == 0 && known ? random.nextInt(columns.size() + 1) : 0,
                    Column.NUMBER);
        }
        if (stages) {
            columns.add(0, Column.STAGE);
        }
        var oddities = EnumSet.noneOf(Oddity.class);
        Arrays.stream(Oddity.values())
                .filter(oddity -> random.nextInt(4) == 0)
                .forEach(oddities::add);
        if (!known) {
            oddities.removeAll(
                    EnumSet.of(
                            Oddity.NOTE_COLUMN,
                            Oddity.ROW_SPLIT_UNDER_HEADER,
                            Oddity.HEADER_REPEATED));
        }
        if (stages || sections == Sections.TABLES) {
            oddities.remove(Oddity.ROW_SPLIT_OVER_TABLES);
        }
        if (sections == Sections.MERGED_BUT_NUMBER && columns.indexOf(Column.NUMBER) != 0) {
            sections = Sections.MERGED_ROW;
        }
        return new Variation(List.copyOf(columns), heads, sections, numbers, Set.copyOf(oddities));
    }

    boolean has(Oddity oddity) {
        return oddities.contains(oddity);
    }

    boolean has(Column column) {
        return columns.contains(column);
    }

    @SafeVarargs
    private static <T> T any(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
