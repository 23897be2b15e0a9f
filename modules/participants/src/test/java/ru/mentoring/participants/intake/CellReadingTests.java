package ru.mentoring.participants.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mentoring.participants.Born;

class CellReadingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14.03.2012",
                "14.3.2012 г.",
                "14/03/2012",
                "14-03-12",
                "2012-03-14",
                "14 марта 2012",
                "14 мар. 2012 года"
            })
    void readsADayHoweverItIsWritten(String text) {
        assertThat(Dates.day(Grid.Value.text(text))).hasValue(LocalDate.of(2012, 3, 14));
    }

    @Test
    void tellsMarchFromMay() {
        assertThat(Dates.day(Grid.Value.text("5 мая 2012"))).hasValue(LocalDate.of(2012, 5, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"32.13.2012", "30.02.2012", "вчера", "14.03", "", "12345"})
    void makesNoDayOutOfAnythingElse(String text) {
        assertThat(Dates.day(Grid.Value.text(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012", "2012 г.", "2012 г.р.", "2012 год"})
    void takesTheYearOfBirthForWhatItIs(String text) {
        assertThat(Dates.birth(Grid.Value.text(text))).hasValue(Born.in(2012));
    }

    @Test
    void readsTheSerialNumberOfADay() {
        var cell = new Grid.Value("40982", null, 40_982.0, Grid.Kind.PLAIN);

        assertThat(Dates.day(cell)).hasValue(LocalDate.of(2012, 3, 14));
    }

    @ParameterizedTest
    @CsvSource({
        "9А, 9А",
        "9 а, 9А",
        "9-Б, 9Б",
        "9 «В» класс, 9В",
        "11, 11",
        "10 кл., 10",
        "9A, 9А"
    })
    void writesClassesInOneWay(String written, String expected) {
        assertThat(SchoolClass.normalise(written)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"девятый", "13А", "0Б", "9АБ", "А9"})
    void refusesWhatIsNoClass(String written) {
        assertThat(SchoolClass.normalise(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8 (900) 000-12-34", "+79000001234", "900 000 12 34", "8-900-000-12-34"})
    void writesTelephoneNumbersInOneWay(String written) {
        assertThat(Phones.normalise(written)).hasValue("+7 900 000-12-34");
    }

    @Test
    void refusesNumbersThatReachNobody() {
        assertThat(Phones.normalise("12-34")).isEmpty();
    }
}
