package ru.mentoring.tenancy.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ends of all chains at one moment, as they are kept outside the database.
 *
 * <p>A text: a line with the version, the moment, a line for each chain, the root of the Merkle
 * tree over those lines, and the Ed25519 signature of everything before it where a key was given.
 */
record HeadFile(Instant at, List<ChainHead> heads, @Nullable String signature) {

    private static final String FIRST = "mentoring audit heads 1";
    private static final String AT = "at ";
    private static final String ROOT = "root ";
    private static final String SIGNATURE = "signature ";
    private static final String ALGORITHM = "Ed25519";

    /** The text of a file, signed if there is a key. */
    static String write(Instant at, List<ChainHead> heads, @Nullable PrivateKey key) {
        var body = body(at, heads);
        return key == null ? body : body + SIGNATURE + sign(body, key) + "\n";
    }

    private static String body(Instant at, List<ChainHead> heads) {
        var text = new StringBuilder(FIRST).append('\n').append(AT).append(at).append('\n');
        heads.forEach(head -> text.append(head).append('\n'));
        return text.append(ROOT).append(root(heads)).append('\n').toString();
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is none, or its root is not that of its lines
     */
    static HeadFile read(String text) {
        var lines = text.lines().toList();
        if (lines.size() < 3 || !lines.get(0).equals(FIRST) || !lines.get(1).startsWith(AT)) {
            throw new IllegalArgumentException("This is no file with the ends of audit chains");
        }
        var heads = new ArrayList<ChainHead>();
        var root = "";
        String signature = null;
        for (var line : lines.subList(2, lines.size())) {
            if (line.startsWith(ROOT)) {
                root = line.substring(ROOT.length());
            } else if (line.startsWith(SIGNATURE)) {
                signature = line.substring(SIGNATURE.length());
            } else {
                heads.add(ChainHead.parse(line));
            }
        }
        if (!root.equals(root(heads))) {
            throw new IllegalArgumentException("The root does not belong to these ends of chains");
        }
        return new HeadFile(
                Instant.parse(lines.get(1).substring(AT.length())), List.copyOf(heads), signature);
    }

    /** Says whether whoever has the key has signed exactly this. */
    boolean isSignedBy(PublicKey key) {
        if (signature == null) {
            return false;
        }
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(body(at, heads).getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static String sign(String text, PrivateKey key) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The ends of the audit chains cannot be signed", e);
        }
    }

    /**
     * Returns the root of the Merkle tree over the lines. Leaves and inner nodes are told apart by
     * a first byte, so that no inner node can be passed off as a leaf; a node without a sibling
     * goes up as it is.
     */
    static String root(List<ChainHead> heads) {
        var digest = ChainHash.sha256();
        var level = new ArrayList<byte[]>();
        for (var head : heads) {
            digest.update((byte) 0);
            level.add(digest.digest(head.toString().getBytes(StandardCharsets.UTF_8)));
        }
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>();
            for (int i = 0; i < level.size(); i += 2) {
                if (i + 1 == level.size()) {
                    above.add(level.get(i));
                } else {
                    digest.update((byte) 1);
                    digest.update(level.get(i));
                    above.add(digest.digest(level.get(i + 1)));
                }
            }
            level = above;
        }
        return HexFormat.of().formatHex(level.isEmpty() ? digest.digest() : level.getFirst());
    }
}
