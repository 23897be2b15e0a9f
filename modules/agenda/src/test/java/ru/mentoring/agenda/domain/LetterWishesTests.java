package ru.mentoring.agenda.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterWishesTests {

    private static final ZoneId FAR_EAST = ZoneId.of("Asia/Kamchatka");

    /** 26 November 2026 is a Thursday. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-26T12:00, 2026-11-26T12:00",
        "2026-11-26T20:59, 2026-11-26T20:59",
        "2026-11-26T21:00, 2026-11-27T08:00",
        "2026-11-27T03:15, 2026-11-27T08:00",
        "2026-11-27T08:00, 2026-11-27T08:00",
        "2026-11-27T23:00, 2026-11-30T08:00",
        "2026-11-28T12:00, 2026-11-30T08:00",
        "2026-11-29T23:59, 2026-11-30T08:00"
    })
    void waitsForTheHoursInWhichSchoolsWork(LocalDateTime now, LocalDateTime earliest) {
        assertThat(earliest(LetterWishes.USUAL, now)).isEqualTo(earliest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T12:00, 2026-11-28T14:00",
        "2026-11-28T09:00, 2026-11-28T09:00",
        "2026-11-28T14:00, 2026-11-28T14:00"
    })
    void keepsAQuietTimeWithinOneDay(LocalDateTime now, LocalDateTime earliest) {
        assertThat(earliest(wishes(true, "10:00", "14:00"), now)).isEqualTo(earliest);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26T03:00, 2026-11-26T03:00", "2026-11-28T03:00, 2026-11-30T00:00"})
    void keepsNoQuietTimeWhereItBeginsWhenItEnds(LocalDateTime now, LocalDateTime earliest) {
        assertThat(earliest(wishes(false, "08:00", "08:00"), now)).isEqualTo(earliest);
    }

    private static LetterWishes wishes(boolean weekends, String from, String until) {
        return new LetterWishes(
                0, true, true, true, weekends, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static LocalDateTime earliest(LetterWishes wishes, LocalDateTime now) {
        return wishes.earliest(now.atZone(FAR_EAST).toInstant(), FAR_EAST)
                .atZone(FAR_EAST)
                .toLocalDateTime();
    }
}
