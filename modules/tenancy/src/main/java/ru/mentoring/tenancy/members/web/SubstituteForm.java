package ru.mentoring.tenancy.members.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.BindingResult;

/** Who is to do the duties of a colleague who is away. */
record SubstituteForm(
        @Nullable @NotNull UUID colleague,
        @Nullable @NotNull @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @Nullable @NotNull @DateTimeFormat(iso = ISO.DATE) LocalDate until,
        @Nullable @Size(max = 50) String orderNumber,
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate orderDate) {

    void examine(BindingResult faults, LocalDate today) {
        Grounds.examine(faults, orderNumber, orderDate, today);
        Grounds.examineTerm(faults, from, until, today);
    }
}
