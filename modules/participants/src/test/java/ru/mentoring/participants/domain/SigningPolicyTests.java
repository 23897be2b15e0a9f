package ru.mentoring.participants.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.domain.SigningPolicy.Signer;

class SigningPolicyTests {

    private final SigningPolicy policy = SigningPolicy.load();

    @ParameterizedTest
    @CsvSource({
        "0, REPRESENTATIVE",
        "13, REPRESENTATIVE",
        "14, PERSON REPRESENTATIVE",
        "17, PERSON REPRESENTATIVE",
        "18, PERSON",
        "70, PERSON"
    })
    void drawsTheLinesAtFourteenAndEighteen(int age, String signers) {
        assertThat(policy.signers(ConsentKind.CN1, age))
                .hasValueSatisfying(found ->
                        assertThat(found)
                                .extracting(Signer::name)
                                .containsExactlyInAnyOrder(signers.split(" ")));
    }

    @Test
    void letsOnlyTheRepresentativeAgreeToAMinorsParticipation() {
        assertThat(policy.signers(ConsentKind.CN2, 16)).hasValue(Set.of(Signer.REPRESENTATIVE));
        assertThat(policy.signers(ConsentKind.CN2, 18)).isEmpty();
    }

    @Test
    void letsNoMinorAgreeToBeATeacherMentor() {
        assertThat(policy.signers(ConsentKind.CN7, 17)).isEmpty();
        assertThat(policy.signers(ConsentKind.CN7, 40)).hasValue(Set.of(Signer.PERSON));
    }

    @ParameterizedTest
    @EnumSource(ConsentKind.class)
    void knowsEveryKindOfConsent(ConsentKind kind) {
        assertThat(policy.signers(kind, 10).isPresent() || policy.signers(kind, 30).isPresent())
                .isTrue();
    }
}
