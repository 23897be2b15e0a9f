package ru.mentoring.tenancy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadFileTests {

    private static final Instant AT = Instant.parse("2026-11-26T09:00:00Z");
    private static final KeyPair KEYS = keys();

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ChainHead> heads(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new ChainHead(new UUID(1, 1), new UUID(2, i), i + 1, new byte[] {(byte) i}))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8})
    void readsWhatItHasWritten(int count) {
        var file = HeadFile.read(HeadFile.write(AT, heads(count), null));

        assertThat(file.at()).isEqualTo(AT);
        assertThat(file.heads()).isEqualTo(heads(count));
    }

    @Test
    void refusesALineThatWasChanged() {
        var text = HeadFile.write(AT, heads(5), null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> HeadFile.read(text.replace(" 3 02", " 2 02")));
        assertThatIllegalArgumentException().isThrownBy(() -> HeadFile.read("something else"));
    }

    /** With the number of leaves only, an odd last node could be written twice unnoticed. */
    @Test
    void hasAnotherRootForEveryOtherListOfEnds() {
        var three = heads(3);
        var four = List.of(three.get(0), three.get(1), three.get(2), three.get(2));

        assertThat(HeadFile.root(three)).isNotEqualTo(HeadFile.root(four));
        assertThat(HeadFile.root(three)).isNotEqualTo(HeadFile.root(three.reversed()));
    }

    @Test
    void knowsWhoSignedIt() {
        var signed = HeadFile.write(AT, heads(3), KEYS.getPrivate());

        assertThat(HeadFile.read(signed).isSignedBy(KEYS.getPublic())).isTrue();
        assertThat(HeadFile.read(signed).isSignedBy(keys().getPublic())).isFalse();
        assertThat(HeadFile.read(HeadFile.write(AT, heads(3), null)).isSignedBy(KEYS.getPublic()))
                .isFalse();
    }

    @Test
    void noticesASignatureOfAnotherText() {
        var signed = HeadFile.write(AT, heads(3), KEYS.getPrivate());
        var other = HeadFile.write(AT.plusSeconds(3600), heads(3), null);
        var signature = signed.substring(signed.indexOf("signature "));

        assertThat(HeadFile.read(other + signature).isSignedBy(KEYS.getPublic())).isFalse();
    }

    @Test
    void takesKeysFromTheEnvironmentAsPemOrBare() {
        var secret = Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
        var pem =
                "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                        .formatted(
                                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));

        var settings = new HeadSettings("", secret, pem);

        assertThat(settings.folder()).isEmpty();
        assertThat(settings.signing()).contains(KEYS.getPrivate());
        assertThat(settings.verifying()).contains(KEYS.getPublic());
        assertThat(settings.toString()).doesNotContain(secret);
    }

    @Test
    void refusesWhatIsNoKeyWithoutRepeatingIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new HeadSettings("", "c2VjcmV0", null).signing())
                .withMessageNotContaining("c2VjcmV0");
        assertThatIllegalStateException()
                .isThrownBy(() -> new HeadSettings("", null, "nonsense").verifying());
    }
}
