package ru.mentoring.tenancy.members.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.BindingResult;

/** What a head hands over to a deputy; unlike a role it always has a term and an order. */
record DelegationForm(
        @Nullable @NotNull UUID colleague,
        @Nullable @NotEmpty Set<String> permissions,
        @Nullable @NotNull @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @Nullable @NotNull @DateTimeFormat(iso = ISO.DATE) LocalDate until,
        @Nullable @NotBlank @Size(max = 50) String orderNumber,
        @Nullable @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate orderDate) {

    void examine(BindingResult faults, LocalDate today) {
        if (orderDate != null && orderDate.isAfter(today)) {
            faults.rejectValue("orderDate", "tenancy.members.fault.order-to-come");
        }
        Grounds.examineTerm(faults, from, until, today);
    }
}
