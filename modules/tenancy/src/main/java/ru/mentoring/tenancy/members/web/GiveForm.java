package ru.mentoring.tenancy.members.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.BindingResult;
import ru.mentoring.tenancy.Role;

/**
 * A role to be given.
 *
 * @param place code or name of the organisation; a school gives roles only at its own
 */
record GiveForm(
        @Nullable @NotBlank @Size(max = 254) String email,
        @Nullable @Size(max = 200) String place,
        @Nullable @NotNull Role role,
        @Nullable @NotNull @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate until,
        @Nullable @Size(max = 50) String orderNumber,
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate orderDate) {

    void examine(BindingResult faults, LocalDate today) {
        Grounds.examine(faults, orderNumber, orderDate, today);
        Grounds.examineTerm(faults, from, until, today);
    }
}
