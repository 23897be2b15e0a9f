package ru.mentoring.roadmaps.recognition.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineSpeechTests {

    private static final int ROUNDS = 20_000;

    @Test
    void understandsWhatItSays() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var speech = new DeadlineSpeech(new Random(seed));
            Deadline meant = speech.invent();
            String said = speech.say(meant);

            assertThat(DeadlineReader.read(said)).as("seed %d: «%s»", seed, said).isEqualTo(meant);
        }
    }

    @Test
    void keepsItsMeaningInOneLineOfText() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Deadline meant = new DeadlineSpeech(new Random(seed)).invent();
            String line = DeadlineNotation.write(meant);

            assertThat(DeadlineNotation.read(line)).as("seed %d: %s", seed, line).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ноябрь -апрель 2020 года",
                "Май 2022\nАвгуст 2022",
                "10, 20 и 30 октября 2026",
                "1 раз в месяц, октябрь 2026 – май 2027",
                "до 31.02.2027",
                "по плану | «центра» %20"
            })
    void keepsTheMeaningOfHardOnesInOneLineOfText(String verbatim) {
        Deadline meant = DeadlineReader.read(verbatim);

        assertThat(DeadlineNotation.read(DeadlineNotation.write(meant))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "by",
                "by tomorrow",
                "days 2026-02-02 2026-01-01",
                "every DAY 1",
                "season-by x"
            })
    void refusesALineThatItDidNotWrite(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> DeadlineNotation.read(line));
    }

    @Test
    void neverFailsOnGarbage() {
        var period = new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 8, 31));
        for (int seed = 0; seed < ROUNDS; seed++) {
            String garbage = garbage(new Random(seed));
            Deadline deadline = DeadlineReader.read(garbage);

            assertThat(DeadlineNotation.read(DeadlineNotation.write(deadline)))
                    .as("seed %d: «%s»", seed, garbage)
                    .isEqualTo(deadline);
            assertThat(deadline.spans(period)).as("seed %d", seed).isNotNull();
        }
    }

    /** Pieces of real expressions in no order, and letters and digits of no sense. */
    private static String garbage(Random random) {
        var text = new StringBuilder();
        String[] pieces = {
            "до",
            "с",
            "по",
            "ежегодно",
            "май",
            "сентября",
            "2026",
            "31",
            "00.00.0000",
            "99.99",
            "32.01.2026",
            "-",
            "–",
            ",",
            ";",
            "и",
            "квартал",
            "IV",
            "декада",
            "раз в",
            "0 раз в месяц",
            "99 раз в год",
            "в течение",
            "года",
            "учебного",
            "периода",
            "конца",
            "начало",
            "(",
            ")",
            "\n",
            "\u0000",
            "ёё",
            "🙂",
            "29 февраля 2027",
            "1900",
            "000",
            "графику",
            "не позднее",
            "полугодие",
            "2026-2027",
            "/"
        };
        for (int i = random.nextInt(9); i >= 0; i--) {
            text.append(
                    random.nextInt(8) == 0
                            ? (char) random.nextInt(0x500)
                            : pieces[random.nextInt(pieces.length)]);
            text.append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }
}
