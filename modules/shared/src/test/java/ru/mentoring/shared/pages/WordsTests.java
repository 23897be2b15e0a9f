package ru.mentoring.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordsTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 12);
    private static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(23, 30).atZone(ZONE).toInstant(), ZONE);
    private static final MessageSource MESSAGES = messages();

    private static MessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/shared");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @ParameterizedTest
    @CsvSource({
        "2, через 2 дня",
        "5, через 5 дней",
        "21, через 21 день",
        "11, через 11 дней",
        "112, через 112 дней",
        "104, через 104 дня",
        "1, завтра",
        "0, сегодня",
        "-1, вчера",
        "-3, 3 дня назад",
        "-14, 14 дней назад"
    })
    void countsDaysInRussian(int distance, String words) {
        var days = new Days(MESSAGES, CLOCK, Languages.RUSSIAN);

        assertThat(days.relative(TODAY.plusDays(distance))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"2, in 2 days", "21, in 21 days", "1, tomorrow", "-5, 5 days ago"})
    void countsDaysInEnglish(int distance, String words) {
        var days = new Days(MESSAGES, CLOCK, Languages.ENGLISH);

        assertThat(days.relative(TODAY.plusDays(distance))).isEqualTo(words);
    }

    @Test
    void leavesOutTheYearOnlyWithinTheRunningSchoolYear() {
        var days = new Days(MESSAGES, CLOCK, Languages.RUSSIAN);

        assertThat(days.of(LocalDate.of(2026, 10, 14))).isEqualTo("14 октября");
        assertThat(days.of(LocalDate.of(2027, 5, 21))).isEqualTo("21 мая");
        assertThat(days.of(LocalDate.of(2026, 8, 31))).isEqualTo("31 августа 2026 г.");
        assertThat(days.of(LocalDate.of(2027, 9, 1))).isEqualTo("1 сентября 2027 г.");
    }

    @Test
    void writesDaysAsPaperDoesAndYearsAsSchoolsDo() {
        var days = new Days(MESSAGES, CLOCK, Languages.RUSSIAN);

        assertThat(days.paper(LocalDate.of(2026, 3, 4))).isEqualTo("04.03.2026");
        assertThat(days.schoolYear(2026)).isEqualTo("2026/27");
        assertThat(days.schoolYear(2099)).isEqualTo("2099/00");
        assertThat(days.moment(CLOCK.instant())).isEqualTo("12 октября, 23:30");
    }

    @Test
    void setsThousandsAndPerCentApartWithoutALineBreak() {
        var russian = new Figures(Languages.RUSSIAN);
        var english = new Figures(Languages.ENGLISH);

        assertThat(russian.whole(1264)).isEqualTo("1\u00a0264");
        assertThat(russian.percent(94, 742)).isEqualTo("12,7\u00a0%");
        assertThat(russian.roundPercent(86, 94)).isEqualTo("91\u00a0%");
        assertThat(english.whole(1264)).isEqualTo("1,264");
        assertThat(english.percent(94, 742)).isEqualTo("12.7%");
    }

    @Test
    void roundsHalfUpButNeverAPartUpToTheWhole() {
        var figures = new Figures(Languages.RUSSIAN);

        assertThat(figures.percent(1, 16)).isEqualTo("6,3\u00a0%");
        assertThat(figures.percent(9_997, 10_000)).isEqualTo("99,9\u00a0%");
        assertThat(figures.percent(10_000, 10_000)).isEqualTo("100,0\u00a0%");
        assertThat(figures.percent(10_006, 10_000)).isEqualTo("100,1\u00a0%");
        assertThat(figures.roundPercent(997, 1_000)).isEqualTo("99\u00a0%");
        assertThat(figures.roundPercent(1_000, 1_000)).isEqualTo("100\u00a0%");
    }

    @Test
    void neverCallsNothingOfNothingZero() {
        assertThat(new Figures(Locale.of("ru")).percent(0, 0)).isEqualTo("—");
    }

    @Test
    void drawsTheNormInTheMiddleOfTheBar() {
        assertThat(Bullet.of("ok", 94, 742, 10))
                .isEqualTo(
                        new Bullet(
                                "ok",
                                new java.math.BigDecimal("190.5"),
                                new java.math.BigDecimal("148.5")));
        assertThatIllegalArgumentException().isThrownBy(() -> Bullet.of("ok", 1, 0, 10));
    }

    @Test
    void turnsPagesWithinTheList() {
        assertThat(Paging.of(3, 120)).isEqualTo(new Paging(3, 50, 120));
        assertThat(Paging.of(99, 120).page()).isEqualTo(3);
        assertThat(Paging.of(-1, 120).page()).isEqualTo(1);
        assertThat(Paging.of(3, 120).last()).isEqualTo(120);
        assertThat(Paging.of(1, 0).first()).isZero();
        assertThat(Paging.of(1, 0).hasNext()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "-name, name, true",
        "grade, grade, false",
        "'name; drop table', name, false",
        ", name, false"
    })
    void sortsByNothingButItsColumns(String parameter, String column, boolean descending) {
        assertThat(Sorting.read(parameter, "name", Set.of("name", "grade")))
                .isEqualTo(new Sorting(column, descending));
    }

    @Test
    void turnsTheOrderAround() {
        assertThat(new Sorting("name", false).next("name")).isEqualTo("-name");
        assertThat(new Sorting("name", true).next("name")).isEqualTo("name");
        assertThat(new Sorting("name", true).next("grade")).isEqualTo("grade");
    }
}
