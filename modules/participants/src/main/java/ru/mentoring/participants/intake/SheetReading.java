package ru.mentoring.participants.intake;

import java.util.List;
import ru.mentoring.participants.Side;

/** What was understood of a sheet: shown with the preview. */
public record SheetReading(String sheet, Side side, int headingLine, List<Head> heads) {

    /** A column with its heading. */
    public record Head(String letter, String text, Column meaning) {}

    /** Returns the columns that are taken over. */
    public List<Head> used() {
        return heads.stream().filter(h -> h.meaning().used()).toList();
    }

    /** Returns the columns that are left aside. */
    public List<Head> unused() {
        return heads.stream().filter(h -> !h.meaning().used()).toList();
    }
}
