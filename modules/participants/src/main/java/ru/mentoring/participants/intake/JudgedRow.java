package ru.mentoring.participants.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mentoring.participants.Side;

/**
 * A row of a file with the verdict on it.
 *
 * @param sheet number of the sheet, from 0
 * @param sheetName what it is called
 * @param line number of the line as the spreadsheet shows it, from 1
 * @param person the name as it stands in the file, so that a broken row can be named
 * @param content what it says, if it is good
 * @param faults why it is not, if it is not
 */
record JudgedRow(
        int sheet,
        String sheetName,
        int line,
        Side side,
        String person,
        @Nullable StagedPerson content,
        List<Fault> faults) {

    boolean good() {
        return content != null;
    }
}
