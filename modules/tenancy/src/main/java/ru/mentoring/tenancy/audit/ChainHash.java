package ru.mentoring.tenancy.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Computes the hashes of a chain: SHA-256 over the hash before and the entry's canonical text. */
final class ChainHash {

    private static final int LENGTH = 32;

    private final MessageDigest digest = sha256();

    /** What stands before the first link of every chain. */
    static byte[] start() {
        return new byte[LENGTH];
    }

    byte[] after(byte[] before, long seq, TrailEntry entry) {
        digest.update(before);
        return digest.digest(entry.canonical(seq).getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java knows SHA-256", impossible);
        }
    }
}
