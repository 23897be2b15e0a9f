package ru.mentoring.participants.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnTests {

    @ParameterizedTest
    @ValueSource(strings = {"7707083893", "500100732259", "77 07 083893"})
    void takesNumbersWhoseCheckDigitsAreRight(String number) {
        assertThat(Inn.parse(number)).map(Inn::value).hasValue(number.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7707083894",
                "500100732258",
                "500100732269",
                "770708389",
                "0000000000",
                "",
                "ИНН"
            })
    void refusesAllOthers(String number) {
        assertThat(Inn.parse(number)).isEmpty();
    }

    @Test
    void cannotBeMadeWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Inn("7707083894"));
    }
}
