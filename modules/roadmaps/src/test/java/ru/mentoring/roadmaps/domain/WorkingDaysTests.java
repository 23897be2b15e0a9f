package ru.mentoring.roadmaps.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test
    void countsNoWeekendAmongTheDaysSomebodyWaits() {
        assertThat(WorkingDays.since(MONDAY, MONDAY)).isZero();
        assertThat(WorkingDays.since(MONDAY, MONDAY.plusDays(7))).isEqualTo(5);
        assertThat(WorkingDays.since(MONDAY, MONDAY.plusDays(9))).isEqualTo(7);
    }

    @Test
    void findsSomebodyLateOnTheDayAfterTheDueOne() {
        var due = WorkingDays.after(MONDAY, 5);

        assertThat(WorkingDays.since(MONDAY, due)).isEqualTo(5);
        assertThat(WorkingDays.since(MONDAY, due.plusDays(1))).isEqualTo(6);
    }
}
