package ru.mentoring.roadmaps.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ru.mentoring.roadmaps.domain.Piece.Kind;

class PieceTests {

    @Test
    void showsWhichWordsWentAndWhichCame() {
        assertThat(Piece.between("Провести общую встречу", "Провести вторую встречу"))
                .containsExactly(
                        new Piece(Kind.SAME, "Провести "),
                        new Piece(Kind.GONE, "общую "),
                        new Piece(Kind.NEW, "вторую "),
                        new Piece(Kind.SAME, "встречу"));
    }

    @Test
    void showsANewTextAsNewAndTheSameTextAsTheSame() {
        assertThat(Piece.between("", "Куратор")).containsExactly(new Piece(Kind.NEW, "Куратор"));
        assertThat(Piece.between("Куратор", "")).containsExactly(new Piece(Kind.GONE, "Куратор"));
        assertThat(Piece.between("Куратор", "Куратор"))
                .containsExactly(new Piece(Kind.SAME, "Куратор"));
        assertThat(Piece.between("", "")).isEmpty();
    }

    @Test
    void losesNoWordOfEitherText() {
        var random = new Random(20_261_012);
        for (int round = 0; round < 500; round++) {
            var before = words(random);
            var after = words(random);

            var pieces = Piece.between(before, after);

            assertThat(join(pieces, Kind.NEW)).isEqualToIgnoringWhitespace(after);
            assertThat(join(pieces, Kind.GONE)).isEqualToIgnoringWhitespace(before);
        }
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(12), 0, 5)
                .mapToObj(number -> "слово" + number)
                .collect(Collectors.joining(" "));
    }

    private static String join(List<Piece> pieces, Kind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() == kind || piece.kind() == Kind.SAME)
                .map(Piece::text)
                .collect(Collectors.joining(" "))
                .strip();
    }
}
