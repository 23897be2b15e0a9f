package ru.mentoring.participants.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ru.mentoring.participants.ConsentKind;

/**
 * Who has to sign a consent of which kind at which age. The table is data: {@code
 * participants/signing-policy.csv}; a region's lawyer may draw the lines elsewhere.
 */
public final class SigningPolicy {

    /** Whose signature a consent may carry. */
    public enum Signer {
        PERSON,
        REPRESENTATIVE
    }

    private record Line(Set<ConsentKind> kinds, int from, int below, Set<Signer> signers) {}

    private final List<Line> lines;

    private SigningPolicy(List<Line> lines) {
        this.lines = lines;
    }

    /** Reads the table. */
    public static SigningPolicy load() {
        var stream =
                Objects.requireNonNull(
                        SigningPolicy.class.getResourceAsStream("/participants/signing-policy.csv"),
                        "signing-policy.csv is missing");
        try (var reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var lines = new ArrayList<Line>();
            reader.lines().skip(1).filter(l -> !l.isBlank()).forEach(l -> lines.add(parse(l)));
            return new SigningPolicy(List.copyOf(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line parse(String text) {
        var cells = text.split(";", -1);
        var kinds = EnumSet.noneOf(ConsentKind.class);
        for (var kind : cells[0].trim().split(" ")) {
            kinds.add(ConsentKind.valueOf(kind));
        }
        var signers = EnumSet.noneOf(Signer.class);
        for (var signer : cells[3].trim().split(" ")) {
            signers.add(Signer.valueOf(signer));
        }
        return new Line(
                kinds,
                Integer.parseInt(cells[1].trim()),
                cells[2].isBlank() ? Integer.MAX_VALUE : Integer.parseInt(cells[2].trim()),
                signers);
    }

    /** Returns who has to sign, or nothing if a person of that age gives no such consent. */
    public Optional<Set<Signer>> signers(ConsentKind kind, int age) {
        return lines.stream()
                .filter(l -> l.kinds.contains(kind) && age >= l.from && age < l.below)
                .map(Line::signers)
                .findFirst();
    }
}
