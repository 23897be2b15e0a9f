package ru.mentoring.participants.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mentoring.participants.EntryState;
import ru.mentoring.participants.PersonId;
import ru.mentoring.shared.Ids;
import ru.mentoring.tenancy.SeasonId;
import ru.mentoring.tenancy.SeasonView;
import ru.mentoring.tenancy.Track;

class EntryTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final SeasonView SEASON =
            new SeasonView(
                    new SeasonId(Ids.next()),
                    Track.LEARNERS,
                    2026,
                    LocalDate.of(2026, 9, 1),
                    LocalDate.of(2027, 8, 31),
                    true);

    private static MenteeEntry mentee() {
        return new MenteeEntry(PersonId.next(), SEASON, MONDAY);
    }

    private static MentorEntry mentor() {
        return new MentorEntry(PersonId.next(), SEASON, MONDAY);
    }

    @Test
    void waitsForTheConsentBeforeItCounts() {
        var entry = mentee();

        assertThat(entry.state()).isEqualTo(EntryState.CONSENT_PENDING);
        assertThat(entry.admit()).isTrue();
        assertThat(entry.state()).isEqualTo(EntryState.REGISTERED);
        assertThat(entry.admit()).isFalse();
    }

    @Test
    void followsNoMentorshipWithoutConsent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> mentee().advance(EntryState.MATCHED, MONDAY));
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryState.class,
            names = {"CONSENT_PENDING", "WITHDRAWN"})
    void isNeverSetBackByAMentorship(EntryState state) {
        var entry = mentee();
        entry.admit();

        assertThatIllegalArgumentException().isThrownBy(() -> entry.advance(state, MONDAY));
    }

    @Test
    void staysOutWhenItsMentorshipEndsAfterTheWithdrawal() {
        var entry = mentee();
        entry.admit();
        entry.advance(EntryState.IN_PROGRAMME, MONDAY);

        entry.leave(MONDAY.plusDays(1));
        entry.advance(EntryState.REGISTERED, MONDAY.plusDays(1));

        assertThat(entry.state()).isEqualTo(EntryState.WITHDRAWN);
    }

    @Test
    void keepsWhatAListLeavesOut() {
        var entry = mentee();
        entry.merge(new Wish.Request("станки", MONDAY));

        assertThat(entry.merge(new Wish.Request(null, null))).isFalse();
        assertThat(entry.merge(new Wish.Request("станки", MONDAY))).isFalse();
        assertThat(entry.merge(new Wish.Request("речной флот", null))).isTrue();
    }

    @Test
    void knowsWhetherTheSafetyCheckHolds() {
        var entry = mentor();

        assertThat(entry.clearedOn(MONDAY)).isFalse();

        entry.check("справка 12", MONDAY, MONDAY.plusYears(1));

        assertThat(entry.clearedOn(MONDAY.minusDays(1))).isFalse();
        assertThat(entry.clearedOn(MONDAY.plusYears(1))).isTrue();
        assertThat(entry.clearedOn(MONDAY.plusYears(1).plusDays(1))).isFalse();
    }

    @Test
    void doesWithoutTrainingOnlyForAReason() {
        var entry = mentor();

        assertThatIllegalArgumentException().isThrownBy(() -> entry.waiveTraining("  "));
        assertThat(entry.trained()).isFalse();

        entry.waiveTraining("победитель конкурса наставников");

        assertThat(entry.trained()).isTrue();
    }
}
