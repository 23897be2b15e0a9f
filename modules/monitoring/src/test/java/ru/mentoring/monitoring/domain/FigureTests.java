package ru.mentoring.monitoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mentoring.monitoring.Indicator;
import ru.mentoring.monitoring.domain.Figure.Standing;

class FigureTests {

    private static Figure figure(long n, long total, @Nullable Integer targetTenths) {
        return new Figure(Indicator.MENTEES_10_19, 2026, Standing.COUNTED, n, total, targetTenths);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, , 333, 33",
        "2, 3, , 667, 67",
        "1, 16, , 63, 6",
        "125, 1000, , 125, 13",
        // A target that has not been reached.
        "7996, 10000, 800, 799, 79",
        "7994, 10000, 800, 799, 79",
        "7949, 10000, 795, 794, 79",
        "7996, 10000, 799, 800, 80",
        "7996, 10000, 900, 800, 80",
        // A target that has been reached, and no target.
        "8000, 10000, 800, 800, 80",
        "7996, 10000, , 800, 80",
        // Everybody, and everybody but a few.
        "9997, 10000, , 999, 99",
        "9997, 10000, 1000, 999, 99",
        "9997, 10000, 900, 999, 99",
        "10000, 10000, 1000, 1000, 100",
        // More than the denominator that somebody has entered.
        "10006, 10000, 1000, 1001, 100",
        "0, 10000, 0, 0, 0",
    })
    void roundsHalfUpButNeverUpToWhatHasNotBeenReached(
            long n, long total, @Nullable Integer target, long tenths, long percent) {
        var figure = figure(n, total, target);

        assertThat(figure.shareTenths()).isEqualTo(tenths);
        assertThat(figure.sharePercent()).isEqualTo(percent);
    }

    /** Light and number are read together. */
    @Test
    void neverShowsATargetReachedUnderALightThatDeniesIt() {
        for (int total : new int[] {7, 300, 1013, 9999}) {
            for (int target = 0; target <= 1000; target += 7) {
                for (long n = Math.max(0, (long) total * target / 1000 - 2); n <= total; n++) {
                    var figure = figure(n, total, target);
                    if (figure.light() != Light.ON_PLAN) {
                        assertThat(figure.shareTenths())
                                .as("%s of %s", n, total)
                                .isLessThan(target);
                    }
                }
            }
        }
    }
}
