package ru.mentoring.tenancy.profile.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import ru.mentoring.tenancy.profile.SchoolFacts;

/**
 * What somebody states of a school.
 *
 * @param seen what was stated when the form was opened
 */
record FactsForm(
        boolean small,
        boolean rural,
        boolean remote,
        @Nullable @Min(0) @Max(SchoolFacts.MOST_PUPILS) Integer under10,
        @Nullable @Min(0) @Max(SchoolFacts.MOST_PUPILS) Integer from10to14,
        @Nullable @Min(0) @Max(SchoolFacts.MOST_PUPILS) Integer from15to19,
        @Nullable @Min(0) @Max(SchoolFacts.MOST_TEACHERS) Integer teachers,
        @Nullable @Min(0) @Max(SchoolFacts.MOST_TEACHERS) Integer youngTeachers,
        @Nullable @NotNull String seen) {

    static FactsForm of(SchoolFacts facts, String seen) {
        return new FactsForm(
                facts.small(),
                facts.rural(),
                facts.remote(),
                facts.under10(),
                facts.from10to14(),
                facts.from15to19(),
                facts.teachers(),
                facts.youngTeachers(),
                seen);
    }

    SchoolFacts facts() {
        return new SchoolFacts(
                small, rural, remote, under10, from10to14, from15to19, teachers, youngTeachers);
    }

    /** Names what does not fit together at the first field that it concerns. */
    void examine(BindingResult faults) {
        if (faults.hasErrors()) {
            return;
        }
        facts().fault()
                .ifPresent(fault ->
                        faults.rejectValue(
                                switch (fault) {
                                    case AGES_INCOMPLETE ->
                                            under10 == null
                                                    ? "under10"
                                                    : from10to14 == null
                                                            ? "from10to14"
                                                            : "from15to19";
                                    case STAFF_INCOMPLETE ->
                                            teachers == null ? "teachers" : "youngTeachers";
                                    case TOO_MANY_YOUNG, OUT_OF_RANGE -> "youngTeachers";
                                },
                                "tenancy.profile.fault." + fault));
    }
}
