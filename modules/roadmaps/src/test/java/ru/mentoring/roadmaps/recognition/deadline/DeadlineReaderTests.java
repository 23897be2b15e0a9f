package ru.mentoring.roadmaps.recognition.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineReaderTests {

    /**
     * Every expression of the five real roadmaps this product was made from, as their authors wrote
     * it.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    01-15.09.2020                             | days 2020-09-01 2020-09-15
                    до 15.10.2020                             | by 2020-10-15
                    до 20.10.2020                             | by 2020-10-20
                    в течение всего периода                   | whole PERIOD
                    до 25.10.2020                             | by 2020-10-25
                    до 25.12.2020                             | by 2020-12-25
                    до 30.09.2020                             | by 2020-09-30
                    20.12.2020                                | on 2020-12-20
                    до 10.10.2020                             | by 2020-10-10
                    1 раз в квартал                           | every QUARTER 1
                    сентябрь-декабрь 2020                     | months 2020-09 2020-12
                    до 10 января 2021 года                    | by 2021-01-10
                    До 01.10.2020                             | by 2020-10-01
                    В течение всего периода                   | whole PERIOD
                    Весь период                               | whole PERIOD
                    До 25.12.2020                             | by 2020-12-25
                    август 2022                               | month 2022-08
                    Август 2022                               | month 2022-08
                    сентябрь 2022                             | month 2022-09
                    До 15 сентября ежегодно                   | season-by --09-15 yearly
                    До 01 сентября 2022                       | by 2022-09-01
                    Июль-август ежегодно                      | season-months JULY AUGUST yearly
                    До 20 сентября ежегодно                   | season-by --09-20 yearly
                    в течение года                            | whole YEAR
                    В соответствии с сроками реализации программ наставничества | programme
                    Сентябрь-декабрь ежегодно                 | season-months SEPTEMBER DECEMBER yearly
                    Ежегодно, апрель                          | season-months APRIL APRIL yearly
                    Ежегодно, май                             | season-months MAY MAY yearly
                    октябрь 2020года                          | month 2020-10
                    октябрь 2020 года                         | month 2020-10
                    октябрь- ноябрь 2020 года                 | months 2020-10 2020-11
                    октябрь, ноябрь 2020 года                 | month-list 2020-10,2020-11
                    ноябрь 2020 года                          | month 2020-11
                    апрель – май 2021 года                    | months 2021-04 2021-05
                    в течение всего периода реализации ЦМН    | whole PERIOD
                    май 2021 года                             | month 2021-05
                    ноябрь, декабрь 2020 года                 | month-list 2020-11,2020-12
                    декабрь 2020 года                         | month 2020-12
                    """)
    void readsWhatRealRoadmapsSay(String verbatim, String meaning) {
        assertThat(DeadlineNotation.write(DeadlineReader.read(verbatim))).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "по отдельному графику",
                "По отдельному графику",
                "По плану СКИРО ПК и ПРО",
                "По отдельному плану",
                "в соответствии с графиком",
                "согласно плану работы школы на 2026-2027 учебный год",
                "по мере необходимости",
                "при необходимости",
                "в сроки, установленные управлением образования",
                "по согласованию",
                "План-график"
            })
    void keepsTheNameOfAnotherPlan(String verbatim) {
        assertThat(DeadlineReader.read(verbatim)).isEqualTo(new Deadline.ExternalPlan(verbatim));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "–", "—", "-", "\u00a0"})
    void takesAnEmptyCellAsUnspecified(String verbatim) {
        assertThat(DeadlineReader.read(verbatim)).isEqualTo(new Deadline.Unspecified());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    с 1 по 15 сентября 2026 г.                | days 2026-09-01 2026-09-15
                    с 01.09.2026 по 31.05.2027                | days 2026-09-01 2027-05-31
                    01.09.2026 – 15.09.2026                   | days 2026-09-01 2026-09-15
                    01.09-15.09.2026                          | days 2026-09-01 2026-09-15
                    1–15 сентября                             | season-days --09-01 --09-15 once
                    15 сентября - 10 октября 2026 года        | days 2026-09-15 2026-10-10
                    15 сентября – октябрь 2026                | days 2026-09-15 2026-10-31
                    сентябрь 2026 г. – май 2027 г.            | months 2026-09 2027-05
                    с сентября по май                         | season-months SEPTEMBER MAY once
                    c сентября 2026 по май 2027               | months 2026-09 2027-05
                    сентябрь                                  | season-months SEPTEMBER SEPTEMBER once
                    в сентябре                                | season-months SEPTEMBER SEPTEMBER once
                    в течение сентября                        | season-months SEPTEMBER SEPTEMBER once
                    сентябрь, январь, май                     | season-month-list SEPTEMBER,JANUARY,MAY once
                    сентябрь и май                            | season-month-list SEPTEMBER,MAY once
                    сентябрь, декабрь, май ежегодно           | season-month-list SEPTEMBER,DECEMBER,MAY yearly
                    ноябрь-апрель 2026-2027 учебного года     | months 2026-11 2027-04
                    ноябрь – апрель                           | season-months NOVEMBER APRIL once
                    10.2026                                   | month 2026-10
                    окт. 2026                                 | month 2026-10
                    не позднее 15 сентября 2026 г.            | by 2026-09-15
                    не позже 15.09.2026                       | by 2026-09-15
                    к 1 сентября                              | season-by --09-01 once
                    в срок до 01.10.2026 г.                   | by 2026-10-01
                    Срок: до 1 октября 2026                   | by 2026-10-01
                    до «15» октября 2026 г.                   | by 2026-10-15
                    до 15-го октября                          | season-by --10-15 once
                    до 15.10                                  | season-by --10-15 once
                    до 15.10.26                               | by 2026-10-15
                    до 15. 10. 2026                           | by 2026-10-15
                    до 15.10.2026 (включительно)              | by 2026-10-15
                    до конца октября 2026                     | by 2026-10-31
                    до конца 2026 года                        | by 2026-12-31
                    до начала учебного года                   | season-by --09-01 once
                    ежегодно до 15 сентября                   | season-by --09-15 yearly
                    ежегодно, до 15 сентября                  | season-by --09-15 yearly
                    1 сентября ежегодно                       | season-on --09-01 yearly
                    I квартал 2027 года                       | months 2027-01 2027-03
                    1 квартал                                 | season-months JANUARY MARCH once
                    III-IV квартал 2026                       | months 2026-07 2026-12
                    первая декада октября 2026                | days 2026-10-01 2026-10-10
                    вторая половина октября                   | season-days --10-16 --10-31 once
                    2026-2027 учебный год                     | days 2026-09-01 2027-08-31
                    2026/2027 уч. год                         | days 2026-09-01 2027-08-31
                    в течение 2026-2027 учебного года         | days 2026-09-01 2027-08-31
                    2026 год                                  | days 2026-01-01 2026-12-31
                    2026–2028 гг.                             | days 2026-01-01 2028-12-31
                    в течение учебного года                   | whole SCHOOL_YEAR
                    в течении года                            | whole YEAR
                    учебный год                               | whole SCHOOL_YEAR
                    постоянно                                 | whole PERIOD
                    весь период реализации                    | whole PERIOD
                    в течение периода                         | whole PERIOD
                    в течение срока реализации программы наставничества | programme
                    на период реализации персонализированной программы  | programme
                    ежеквартально                             | every QUARTER 1
                    Не реже 1 раза в квартал                  | every QUARTER 1
                    ежемесячно                                | every MONTH 1
                    один раз в месяц                          | every MONTH 1
                    2 раза в год                              | every YEAR 2
                    дважды в год                              | every YEAR 2
                    раз в полугодие                           | every HALF_YEAR 1
                    ежегодно                                  | every YEAR 1
                    каждый месяц                              | every MONTH 1
                    еженедельно                               | every WEEK 1
                    в течение года, 1 раз в квартал           | every QUARTER 1
                    1 раз в месяц, октябрь 2026 – май 2027    | every MONTH 1 months%202026-10%202027-05
                    """)
    void readsOtherWaysOfSayingIt(String verbatim, String meaning) {
        assertThat(DeadlineNotation.write(DeadlineReader.read(verbatim))).isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ноябрь -апрель 2020 года        | CROSSES_NEW_YEAR  | months 2020-11 2021-04
                    декабрь, январь 2027            | CROSSES_NEW_YEAR  | month-list 2026-12,2027-01
                    15.10.2026 – 01.10.2026         | ENDS_BEFORE_START | days 2026-10-01 2026-10-15
                    до 31.02.2027                   | NO_SUCH_DATE      |
                    45.13.2026                      | NO_SUCH_DATE      |
                    до октября 2026                 | END_INCLUDED      | by 2026-09-30
                    Май 2022, по отдельному графику | SEVERAL           | month 2022-05
                    до 15.10.2026, до 20.12.2026    | SEVERAL           | by 2026-10-15
                    10, 20 и 30 октября 2026        | SEVERAL           | on 2026-10-10
                    октябрь-ноябрь, март 2027       | SEVERAL           | months 2027-10 2027-11
                    начало октября 2026             | IMPRECISE         | days 2026-10-01 2026-10-10
                    до конца года                   | IMPRECISE         | season-by --12-31 once
                    1 полугодие                     | HALF_OF_WHICH_YEAR | season-months SEPTEMBER DECEMBER once
                    с 01.09.2026                    | NO_END            | on 2026-09-01
                    через две недели после приказа  | NOT_UNDERSTOOD    |
                    осенние каникулы                | NOT_UNDERSTOOD    |
                    """)
    void asksBackWhatIsNotClear(String verbatim, Deadline.Question question, String likeliest) {
        var deadline = (Deadline.Unclear) DeadlineReader.read(verbatim);

        assertThat(deadline.question()).isEqualTo(question);
        assertThat(
                        deadline.readings().stream()
                                .findFirst()
                                .map(DeadlineNotation::write)
                                .orElse(null))
                .isEqualTo(likeliest);
    }

    @Test
    void offersBothReadingsOfARangeThatCrossesNewYearWithOneYearNamed() {
        var deadline = (Deadline.Unclear) DeadlineReader.read("ноябрь -апрель 2020 года");

        assertThat(deadline.readings().stream().map(DeadlineNotation::write))
                .containsExactly("months 2020-11 2021-04", "months 2019-11 2020-04");
    }

    @Test
    void asksWhichOfTwoDeadlinesOnTwoLinesIsMeant() {
        var deadline = (Deadline.Unclear) DeadlineReader.read("Май 2022\nАвгуст 2022");

        assertThat(deadline.question()).isEqualTo(Deadline.Question.SEVERAL);
        assertThat(deadline.readings().stream().map(DeadlineNotation::write))
                .containsExactly("month 2022-05", "month 2022-08");
    }

    @Test
    void countsEachQuarterThatTheRoadmapTouches() {
        var autumn = new Span(LocalDate.of(2020, 9, 1), LocalDate.of(2020, 12, 31));

        assertThat(DeadlineReader.read("1 раз в квартал").spans(autumn))
                .extracting(Span::to)
                .containsExactly(LocalDate.of(2020, 9, 30), LocalDate.of(2020, 12, 31));
    }
}
