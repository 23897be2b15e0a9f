package ru.mentoring.shared.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagedRowsTests {

    private record Row(int number, long total) {}

    private static PagedRows<Row> read(String page, int total) {
        List<Row> all =
                IntStream.rangeClosed(1, total).mapToObj(one -> new Row(one, total)).toList();
        return PagedRows.read(
                page,
                Row::total,
                (offset, limit) -> all.stream().skip(offset).limit(limit).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 120, 1, 1, 50",
        "3, 120, 3, 101, 120",
        "99, 120, 3, 101, 120",
        "2147483647, 120, 3, 101, 120",
        "3, 100, 2, 51, 100",
        "0, 120, 1, 1, 50",
        "-2147483648, 120, 1, 1, 50",
        "2, 7, 1, 1, 7",
        "seven, 120, 1, 1, 50",
        "'', 120, 1, 1, 50",
        "' 2 ', 120, 2, 51, 100",
    })
    void showsTheRowsOfThePageWhoseNumberItSays(
            String asked, int total, int page, int first, int last) {
        var read = read(asked, total);

        assertThat(read.paging()).isEqualTo(Paging.of(page, total));
        assertThat(read.rows().getFirst().number()).isEqualTo(first);
        assertThat(read.rows().getLast().number()).isEqualTo(last);
        assertThat(read.paging().first()).isEqualTo(first);
        assertThat(read.paging().last()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"1", "99"})
    void showsTheFirstPageOfAnEmptyList(String asked) {
        assertThat(read(asked, 0)).isEqualTo(new PagedRows<>(Paging.of(1, 0), List.of()));
    }

    @Test
    void showsNothingRatherThanAWrongPageWhenAllRowsGoBetweenTwoLooks() {
        var looks = new int[1];
        var read =
                PagedRows.read(
                        "9",
                        Row::total,
                        (offset, limit) ->
                                looks[0]++ == 1 ? List.of(new Row(1, 60)) : List.<Row>of());

        assertThat(read.rows()).isEmpty();
    }
}
