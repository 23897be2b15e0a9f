package ru.mentoring.tenancy.orglist;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list as it was read.
 *
 * @param line number of the line as the spreadsheet shows it, from 1
 * @param label what the row calls itself, so that a broken one can be named
 * @param content what it says, if all of it can be read
 * @param faults what cannot be read
 */
record ListRow(
        String sheet, int line, String label, @Nullable ListedOrg content, List<ListFault> faults) {

    ListRow {
        faults = List.copyOf(faults);
    }
}
