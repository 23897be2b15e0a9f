package ru.mentoringlocal.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.test.context.TestPropertySource;
import ru.mentoringlocal.demo.Demonstration.Place;
import ru.mentoringtest.OracleDb;

/** Its own database, whose many schools are still being filled when the test begins. */
@DemoTest
@TestPropertySource(
        properties = {"mentoring.demo.size=100x50000", "mentoring.demo.schools-before-start=0"})
class StoppingTests {

    @Autowired Demonstration demonstration;
    @Autowired Filling current;
    @Autowired DemoProperties properties;
    @Autowired OracleDb oracle;
    @Autowired Clock clock;

    @BeforeEach
    void stop() throws InterruptedException {
        current.destroy();
        current.join(Duration.ofSeconds(20));
    }

    @Test
    void stopsBetweenTwoSchools() {
        assertThat(current.schoolsDone()).isLessThan(current.schoolsInAll());
    }

    @Test
    void leavesNothingOfASchoolThatWasBeingWrittenAndGoesOnWithItLater() {
        var region = demonstration.draw().getFirst();
        var place =
                region.inOrder().stream()
                        .filter(school -> !school.byHand())
                        .map(school -> new Place(region, school))
                        .filter(one -> people(one) == 0)
                        .findFirst()
                        .orElseThrow();

        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> demonstration.fill(place));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(people(place)).isZero();

        assertThat(demonstration.fill(place)).isTrue();
        assertThat(people(place)).isPositive();
        assertThat(demonstration.fill(place)).isFalse();
    }

    @Test
    void writesNothingAnyMoreOnceItWasStopped() throws Exception {
        var filling = new Filling(demonstration, properties, clock);
        filling.destroy();

        filling.run(new DefaultApplicationArguments());

        assertThat(filling.schoolsInAll()).isPositive();
        assertThat(filling.schoolsDone()).isZero();
    }

    private long people(Place place) {
        return oracle.count(
                "select count(*) from participants.person where org_id = ?", place.school().id());
    }
}
