package ru.mentoringlocal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ru.mentoring.agenda.HomeNotice;

class FillingNoticeTests {

    private record Progress(int schoolsDone, int schoolsInAll) implements DemoProgress {}

    @Test
    void saysHowManySchoolsAreReadyUntilTheLastIs() {
        assertThat(new FillingNotice(new Progress(120, 424)).now())
                .contains(new HomeNotice.Text("local.demo.filling", List.of(120, 424)));
        assertThat(new FillingNotice(new Progress(424, 424)).now()).isEmpty();
    }

    @Test
    void saysNothingBeforeItBegins() {
        assertThat(new FillingNotice(new Progress(0, 0)).now()).isEmpty();
    }
}
