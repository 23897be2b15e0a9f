package ru.mentoring.participants.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {

    @Test
    void takesSurnameGivenNameAndAllTheRestAsPatronymic() {
        var name = PersonName.parse("Мамедов  Тимур Руслан оглы").orElseThrow();

        assertThat(name.surname()).isEqualTo("Мамедов");
        assertThat(name.givenName()).isEqualTo("Тимур");
        assertThat(name.patronymic()).isEqualTo("Руслан оглы");
        assertThat(name.full()).isEqualTo("Мамедов Тимур Руслан оглы");
    }

    @Test
    void needsASurnameAndAGivenName() {
        assertThat(PersonName.parse("Звездочётов")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonName("Звездочётов", " ", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ЗВЕЗДОЧЕТОВ ТИМУР ИЛЬИЧ",
                "Звездочётов  Тимур\u00A0Ильич ",
                "звездочетов Тимур Ильич"
            })
    void comparesNamesAsPeopleReadThem(String written) {
        assertThat(PersonName.parse(written).orElseThrow().key())
                .isEqualTo("звездочетов тимур ильич");
    }

    @Test
    void keepsDashesOfDoubleSurnamesTogether() {
        assertThat(PersonName.parse("Мельников – Речной Лев").orElseThrow().surname())
                .isEqualTo("Мельников-Речной");
    }

    @Test
    void seesThatANameIsNotWrittenWithLetters() {
        assertThat(PersonName.parse("Т0карев Гл3б").orElseThrow().written()).isFalse();
        assertThat(PersonName.parse("О'Нил Мэри-Энн").orElseThrow().written()).isTrue();
    }
}
