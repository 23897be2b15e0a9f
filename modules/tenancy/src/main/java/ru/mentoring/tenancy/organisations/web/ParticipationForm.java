package ru.mentoring.tenancy.organisations.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/**
 * An order about many schools at once.
 *
 * @param schools those ticked in the list
 * @param everybody all that the filter finds, not only those on the page
 * @param day from which day on
 */
record ParticipationForm(
        @NotNull @Nullable Action action,
        @Nullable List<UUID> schools,
        @Nullable Boolean everybody,
        @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate day,
        @NotBlank @Size(max = 60) @Nullable String orderNumber,
        @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate orderDate) {

    enum Action {
        LIST,
        DELIST
    }

    static ParticipationForm empty() {
        return new ParticipationForm(null, List.of(), false, null, "", null);
    }

    void examine(BindingResult faults) {
        if (!wantsEverybody() && (schools == null || schools.isEmpty())) {
            faults.rejectValue("schools", "tenancy.organisations.fault.schools");
        }
    }

    /** Says whether the order is about all schools that the filter finds. */
    boolean wantsEverybody() {
        return Boolean.TRUE.equals(everybody);
    }

    public boolean isChosen(UUID school) {
        return schools != null && schools.contains(school);
    }
}
