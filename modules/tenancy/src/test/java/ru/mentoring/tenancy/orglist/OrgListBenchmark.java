package ru.mentoring.tenancy.orglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mentoring.tenancy.Founding;
import ru.mentoring.tenancy.Role;
import ru.mentoring.tenancy.domain.Assignments;
import ru.mentoring.tenancy.members.Neighbourhood;
import ru.mentoring.tenancy.orglist.OrgListImport.Opening;
import ru.mentoringtest.Benchmark;
import ru.mentoringtest.ModuleTest;

/**
 * How long the list of a whole region takes: 40 districts with 3,000 schools, every column filled.
 */
@ModuleTest
@Benchmark
class OrgListBenchmark {

    private static final int DISTRICTS = 40;
    private static final int SCHOOLS = 3_000;
    private static final Duration MOST = Duration.ofSeconds(20);

    @Autowired Founding founding;
    @Autowired Assignments assignments;
    @Autowired OrgListImport lists;

    private static byte[] book() {
        var book = new ListWorkbook();
        for (int d = 0; d < DISTRICTS; d++) {
            book.district("D" + d, "Район № " + d);
        }
        for (int s = 0; s < SCHOOLS; s++) {
            book.school(
                    "S" + s,
                    "Школа № " + s,
                    "Район № " + s % DISTRICTS,
                    "01.09.2020",
                    "01.09.2021",
                    "114-п",
                    "25.08.2021",
                    s % 5 == 0 ? "да" : "нет",
                    "да",
                    s % 300,
                    s % 400,
                    s % 100,
                    20 + s % 60,
                    s % 10);
        }
        return book.bytes();
    }

    private static <T> T timed(String what, Supplier<T> work, Duration[] sum) {
        long start = System.nanoTime();
        var result = work.get();
        var took = Duration.ofNanos(System.nanoTime() - start);
        sum[0] = sum[0].plus(took);
        System.getLogger("import")
                .log(System.Logger.Level.INFO, "{0}: {1} ms", what, took.toMillis());
        return result;
    }

    @Test
    void isOpenWithinTwentySeconds() {
        var place = new Neighbourhood(founding, assignments);
        var admin = place.human("Анна", place.centre, Role.REGION_ADMIN);
        var book = book();
        var sum = new Duration[] {Duration.ZERO};

        place.as(
                admin,
                place.centre,
                () -> {
                    var upload =
                            timed(
                                    "read and judged",
                                    () ->
                                            lists.upload(
                                                    "region.xlsx", new ByteArrayInputStream(book)),
                                    sum);
                    var list = ((ListUpload.Read) upload).list();
                    var opening = timed("opened", () -> lists.confirm(list), sum);
                    assertThat(opening).isEqualTo(Opening.OPENED);
                    assertThat(lists.list(list).counts())
                            .isEqualTo(
                                    new OrgList.Counts(
                                            DISTRICTS + SCHOOLS, DISTRICTS, SCHOOLS, 0, 0));
                    return list;
                });

        assertThat(sum[0]).isLessThan(MOST);
    }
}
