package ru.mentoring.participants.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.PersonId;
import ru.mentoring.participants.domain.SigningPolicy.Signer;

class ConsentTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final LocalDate SUMMER = LocalDate.of(2027, 8, 31);

    private static Consent ofAnAdult() {
        return new Consent(
                PersonId.next(), ConsentKind.CN1, 30, Set.of(Signer.PERSON), SUMMER, null);
    }

    private static Consent ofATeenager() {
        return new Consent(
                PersonId.next(),
                ConsentKind.CN1,
                15,
                Set.of(Signer.PERSON, Signer.REPRESENTATIVE),
                SUMMER,
                null);
    }

    @Test
    void holdsFromTheSignatureToTheEndOfItsTerm() {
        var consent = ofAnAdult().signedByPerson(MONDAY);

        assertThat(consent.validOn(MONDAY.minusDays(1))).isFalse();
        assertThat(consent.validOn(MONDAY)).isTrue();
        assertThat(consent.validOn(SUMMER)).isTrue();
        assertThat(consent.validOn(SUMMER.plusDays(1))).isFalse();
    }

    @Test
    void waitsForTheSecondSignatureOfATeenager() {
        var consent = ofATeenager().signedByRepresentative("Росинкина Ирина", MONDAY);

        assertThat(consent.validOn(MONDAY)).isFalse();
        assertThat(consent.missing()).containsExactly(Signer.PERSON);

        consent.signedByPerson(MONDAY.plusDays(3));

        assertThat(consent.missing()).isEmpty();
        assertThat(consent.validOn(MONDAY)).isFalse();
        assertThat(consent.validOn(MONDAY.plusDays(3))).isTrue();
    }

    @Test
    void takesNoSignatureWhenItIsComplete() {
        var consent = ofAnAdult().signedByPerson(MONDAY);

        assertThatIllegalStateException()
                .isThrownBy(() -> consent.signedByPerson(MONDAY))
                .withMessageContaining("VALID");
    }

    @Test
    void refusesATermThatEndsBeforeTheSignature() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ofAnAdult().signedByPerson(SUMMER.plusDays(1)));
    }

    @Test
    void refusesToBeSignedByNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Consent(PersonId.next(), ConsentKind.CN3, 30, Set.of(), null, null));
    }

    @Test
    void ceasesWhenANewerPaperTakesOver() {
        var consent = ofAnAdult().signedByPerson(MONDAY);

        consent.replacedOn(MONDAY.plusMonths(1));

        assertThat(consent.validOn(MONDAY.plusDays(1))).isFalse();
        assertThat(consent.validTo()).isEqualTo(MONDAY.plusMonths(1));
    }
}
