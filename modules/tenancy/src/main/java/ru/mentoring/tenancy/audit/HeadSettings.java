package ru.mentoring.tenancy.audit;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the ends of the audit chains go, and who vouches for them.
 *
 * @param headFolder a folder outside the database's machine; without it nothing is written
 * @param signingKey an Ed25519 private key in PKCS#8, as PEM or bare Base64; without it files are
 *     not signed
 * @param publicKey its public key, for the verification; without it signatures are not looked at
 */
@ConfigurationProperties("mentoring.audit")
record HeadSettings(
        @Nullable String headFolder, @Nullable String signingKey, @Nullable String publicKey) {

    Optional<Path> folder() {
        return given(headFolder).map(Path::of);
    }

    /**
     * @throws IllegalStateException if what is given is no such key; the message does not repeat it
     */
    Optional<PrivateKey> signing() {
        return given(signingKey)
                .map(text -> {
                    try {
                        return keys().generatePrivate(new PKCS8EncodedKeySpec(decode(text)));
                    } catch (GeneralSecurityException | IllegalArgumentException e) {
                        throw new IllegalStateException(
                                "MENTORING_AUDIT_SIGNING_KEY is no Ed25519 key in PKCS#8");
                    }
                });
    }

    /**
     * @throws IllegalStateException if what is given is no such key
     */
    Optional<PublicKey> verifying() {
        return given(publicKey)
                .map(text -> {
                    try {
                        return keys().generatePublic(new X509EncodedKeySpec(decode(text)));
                    } catch (GeneralSecurityException | IllegalArgumentException e) {
                        throw new IllegalStateException(
                                "MENTORING_AUDIT_PUBLIC_KEY is no Ed25519 public key", e);
                    }
                });
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static KeyFactory keys() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519");
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder()
                .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s+", ""));
    }

    /** Settings with keys are not for logs. */
    @Override
    public String toString() {
        return "HeadSettings[headFolder=" + headFolder + "]";
    }
}
