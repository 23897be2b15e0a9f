package ru.mentoring.tenancy.audit;

import java.util.HexFormat;
import java.util.UUID;

/** The last link of an organisation's chain at some moment. */
record ChainHead(UUID region, UUID org, long seq, String hash) {

    ChainHead(UUID region, UUID org, long seq, byte[] hash) {
        this(region, org, seq, HexFormat.of().formatHex(hash));
    }

    /** Reads a line of a file of heads. */
    static ChainHead parse(String line) {
        var parts = line.split(" ");
        if (parts.length != 4) {
            throw new IllegalArgumentException("Not the end of a chain: " + line);
        }
        return new ChainHead(
                UUID.fromString(parts[0]),
                UUID.fromString(parts[1]),
                Long.parseLong(parts[2]),
                parts[3]);
    }

    @Override
    public String toString() {
        return region + " " + org + " " + seq + " " + hash;
    }
}
