package ru.mentoring.participants.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * The register that the tour uses: two sheets, and three rows to show what a broken one looks like.
 */
class SampleRegisterTests {

    @Test
    void readsTheRegisterOfTheTour() throws IOException {
        var day = LocalDate.of(2026, 10, 5).atTime(9, 0).toInstant(ZoneOffset.UTC);
        var rows = new ArrayList<JudgedRow>();

        var sheets =
                RegisterFile.read(
                        Path.of("../../docs/samples/reestr-uchastnikov.xlsx"),
                        Clock.fixed(day, ZoneOffset.UTC),
                        rows::add);

        assertThat(sheets)
                .extracting(SheetReading::sheet)
                .containsExactly("Наставляемые", "Наставники");
        assertThat(rows).filteredOn(JudgedRow::good).hasSize(57);
        assertThat(rows)
                .filteredOn(row -> !row.good())
                .extracting(row -> row.faults().getFirst().reason())
                .containsExactly(
                        Fault.Reason.BIRTH_UNREADABLE,
                        Fault.Reason.BIRTH_MISSING,
                        Fault.Reason.INN_WRONG);
    }
}
