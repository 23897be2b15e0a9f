package ru.mentoring.tenancy.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mentoring.tenancy.profile.SchoolFacts.Fault;

class SchoolFactsTests {

    private static SchoolFacts facts(
            @Nullable Integer under10,
            @Nullable Integer from10to14,
            @Nullable Integer from15to19,
            @Nullable Integer teachers,
            @Nullable Integer young) {
        return new SchoolFacts(
                false, true, false, under10, from10to14, from15to19, teachers, young);
    }

    @ParameterizedTest
    @CsvSource({
        "120, 180, 60, 34, 5,",
        "0, 0, 0, 0, 0,",
        ",,,,,",
        "120, 180, 60,,,",
        ",,, 34, 34,",
        "120,, 60, 34, 5, AGES_INCOMPLETE",
        ", 180,,,, AGES_INCOMPLETE",
        ",,, 34,, STAFF_INCOMPLETE",
        ",,,, 5, STAFF_INCOMPLETE",
        ",,, 4, 5, TOO_MANY_YOUNG",
        "-1, 180, 60,,, OUT_OF_RANGE",
        "20001, 180, 60,,, OUT_OF_RANGE",
        ",,, 5001, 1, OUT_OF_RANGE"
    })
    void saysWhatCannotBe(
            @Nullable Integer under10,
            @Nullable Integer from10to14,
            @Nullable Integer from15to19,
            @Nullable Integer teachers,
            @Nullable Integer young,
            @Nullable Fault fault) {
        assertThat(facts(under10, from10to14, from15to19, teachers, young).fault().orElse(null))
                .isEqualTo(fault);
    }

    @Test
    void addsUpPupilsOnlyIfAllAgesAreKnown() {
        assertThat(facts(120, 180, 60, null, null).pupils()).isEqualTo(360);
        assertThat(facts(null, null, null, 34, 5).pupils()).isNull();
    }

    @Test
    void carriesPropertiesIntoTheNextYearAndNoNumbers() {
        assertThat(facts(120, 180, 60, 34, 5).withoutNumbers())
                .isEqualTo(facts(null, null, null, null, null));
    }
}
