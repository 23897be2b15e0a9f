package ru.mentoring.programs.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mentoring.programs.MeetingType.ACQUAINTANCE;
import static ru.mentoring.programs.MeetingType.FINAL;
import static ru.mentoring.programs.MeetingType.PLANNING;
import static ru.mentoring.programs.MeetingType.REGULAR;
import static ru.mentoring.programs.MeetingType.TRIAL;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingCycleTests {

    @Test
    void beginsWithTheAcquaintance() {
        assertThat(MeetingCycle.next(List.of())).containsExactly(ACQUAINTANCE);
    }

    @Test
    void letsTheTrialBeSkipped() {
        assertThat(MeetingCycle.next(List.of(ACQUAINTANCE))).containsExactly(TRIAL, PLANNING);
        assertThat(MeetingCycle.next(List.of(ACQUAINTANCE, TRIAL))).containsExactly(PLANNING);
    }

    @Test
    void repeatsRegularMeetingsOnly() {
        assertThat(MeetingCycle.next(List.of(ACQUAINTANCE, TRIAL, PLANNING)))
                .containsExactly(REGULAR);
        assertThat(MeetingCycle.next(List.of(ACQUAINTANCE, TRIAL, PLANNING, REGULAR)))
                .containsExactly(REGULAR, FINAL);
    }

    @Test
    void endsWithTheFinalMeeting() {
        assertThat(MeetingCycle.next(List.of(ACQUAINTANCE, TRIAL, PLANNING, REGULAR, FINAL)))
                .isEmpty();
    }
}
