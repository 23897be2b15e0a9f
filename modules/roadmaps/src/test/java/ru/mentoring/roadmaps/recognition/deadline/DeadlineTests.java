package ru.mentoring.roadmaps.recognition.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTests {

    private static final Span SCHOOL_YEAR = Span.schoolYear(2026);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    сентябрь                | 2026-09-01..2026-09-30
                    май                     | 2027-05-01..2027-05-31
                    ноябрь – апрель         | 2026-11-01..2027-04-30
                    до 15 октября           | 2026-09-01..2026-10-15
                    до 1 июня               | 2026-09-01..2027-06-01
                    сентябрь, май           | 2026-09-01..2026-09-30 2027-05-01..2027-05-31
                    в течение года          | 2026-09-01..2027-08-31
                    весь период             | 2026-09-01..2027-08-31
                    до 15 сентября ежегодно | 2026-09-01..2026-09-15
                    до 10.01.2028           | 2026-09-01..2028-01-10
                    август 2026             | 2026-08-01..2026-08-31
                    до 28.08.2026           | 2026-08-28..2026-08-28
                    2 раза в год            | 2026-09-01..2027-08-31
                    по отдельному плану     |
                    когда получится         |
                    """)
    void meansTheseDaysInASchoolYear(String verbatim, String days) {
        assertThat(
                        DeadlineReader.read(verbatim).spans(SCHOOL_YEAR).stream()
                                .map(span -> span.from() + ".." + span.to())
                                .toList())
                .isEqualTo(days == null ? java.util.List.of() : java.util.List.of(days.split(" ")));
    }

    @Test
    void comesBackEveryYearOfALongRoadmap() {
        var threeYears = new Span(LocalDate.of(2022, 9, 1), LocalDate.of(2025, 8, 31));

        assertThat(DeadlineReader.read("Ежегодно, апрель").spans(threeYears))
                .extracting(Span::to)
                .containsExactly(
                        LocalDate.of(2023, 4, 30),
                        LocalDate.of(2024, 4, 30),
                        LocalDate.of(2025, 4, 30));
    }

    @Test
    void recursOnlyWithinTheMonthsItNames() {
        assertThat(DeadlineReader.read("ежемесячно, октябрь – декабрь").spans(SCHOOL_YEAR))
                .extracting(Span::to)
                .containsExactly(
                        LocalDate.of(2026, 10, 31),
                        LocalDate.of(2026, 11, 30),
                        LocalDate.of(2026, 12, 31));
    }

    @Test
    void endsEvenIfTheRoadmapDoesNot() {
        var open = new Span(LocalDate.of(2022, 9, 1), LocalDate.MAX);

        assertThat(DeadlineReader.read("еженедельно").spans(open)).hasSizeLessThan(700);
        assertThat(DeadlineReader.read("ежегодно, май").spans(open)).hasSizeBetween(10, 14);
    }
}
