package ru.mentoring.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class BornTests {

    @Test
    void countsFullYears() {
        var born = Born.on(LocalDate.of(2012, 3, 14));

        assertThat(born.ageOn(LocalDate.of(2026, 3, 13))).isEqualTo(13);
        assertThat(born.ageOn(LocalDate.of(2026, 3, 14))).isEqualTo(14);
        assertThat(born.ageOn(LocalDate.of(2012, 3, 13))).isNegative();
    }

    @Test
    void holdsNobodyForOlderThanTheyAreWhenOnlyTheYearIsKnown() {
        var born = Born.in(2008);

        assertThat(born.minorOn(LocalDate.of(2026, 12, 30))).isTrue();
        assertThat(born.minorOn(LocalDate.of(2026, 12, 31))).isFalse();
    }
}
