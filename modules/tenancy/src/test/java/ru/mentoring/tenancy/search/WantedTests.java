package ru.mentoring.tenancy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTests {

    private static final String PERSON = "Соловьёва-Дубравина Анна Григорьевна 7Б";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Соловьёва",
                "соловьева",
                "СОЛОВ",
                "дубравина",
                "Анна Соловьёва",
                "соловьева а г",
                "7б соловьева",
                "соловьева-дубравина",
                "  анна,  соловьёва ",
                "cjkjdmtdf",
                "Fyyf Cjkjdm`df"
            })
    void fitsTheBeginningsOfWordsInAnyOrder(String typed) {
        assertThat(Wanted.read(typed).distance(PERSON)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ловьева", "Анна Анна", "7А", "8", "Соловьёва Мария", "соловьива"})
    void doesNotFitAnythingElse(String typed) {
        assertThat(Wanted.read(typed).distance(PERSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "соловёва, a letter is missing",
        "соловьевва, a letter is too many",
        "саловьева, a letter is wrong",
        "солоьвева, two letters are exchanged",
        "саловьива, two errors in a long word",
        "дубровена, two errors in a long word",
        "анва, one error in a short word",
        "григоревна анна, one word with an error and one without",
        "саловь, an error in a beginning"
    })
    void forgivesTypingErrors(String typed, String what) {
        var wanted = Wanted.read(typed);

        assertThat(wanted.distance(PERSON)).as(what).isEmpty();
        assertThat(wanted.forgivingDistance(PERSON)).as(what).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "сыловьывыв, four errors",
        "ынва, two errors in a short word",
        "фна, an error in three letters",
        "7в, a wrong class",
        "козлов, another name"
    })
    void doesNotForgiveEverything(String typed, String what) {
        assertThat(Wanted.read(typed).forgivingDistance(PERSON)).as(what).isEmpty();
    }

    @Test
    void putsTheNearestFirst() {
        var fits = new Fits<String>(Wanted.read("иванов"));
        Stream.of("Иванова Мария", "Ивановский Пётр", "Петров Иван", "Иванов Олег")
                .forEach(name -> fits.offer(name, name));

        assertThat(titles(fits, 10))
                .containsExactly("Иванов Олег", "Иванова Мария", "Ивановский Пётр");
        assertThat(fits.best(2, WantedTests::found).more()).isTrue();
        assertThat(fits.best(3, WantedTests::found).more()).isFalse();
    }

    @Test
    void forgivesOnlyWhereNothingFitsAsTyped() {
        var names = List.of("Алиса Лисова", "Алина Лисова", "Олег Зимин");
        var known = new Fits<String>(Wanted.read("алина"));
        var unknown = new Fits<String>(Wanted.read("алика"));
        names.forEach(name -> known.offer(name, name));
        names.forEach(name -> unknown.offer(name, name));

        assertThat(titles(known, 10)).containsExactly("Алина Лисова");
        assertThat(known.best(10, WantedTests::found).similar()).isFalse();
        assertThat(titles(unknown, 10)).containsExactly("Алиса Лисова", "Алина Лисова");
        assertThat(unknown.best(10, WantedTests::found).similar()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "а", "—", "№ ", "'"})
    void looksForNothingWhenTooLittleIsTyped(String typed) {
        assertThat(Wanted.read(typed).isTooShort()).isTrue();
        assertThat(Wanted.read(typed).distance(PERSON)).isEmpty();
    }

    @Test
    void readsNoMoreThanAFieldHolds() {
        var endless = Wanted.read("а".repeat(100_000) + " анна");

        assertThat(endless.readings()).containsExactly(List.of("а".repeat(Wanted.LONGEST)));
        assertThat(Wanted.read("а б в г д е ж з").readings())
                .containsExactly(List.of("а", "б", "в", "г", "д", "е"));
    }

    private static List<String> titles(Fits<String> fits, int most) {
        return fits.best(most, WantedTests::found).shown().stream().map(Found::title).toList();
    }

    private static Found found(String name) {
        return new Found(name, "", null, "");
    }
}
