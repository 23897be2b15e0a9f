package ru.mentoring.participants.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/** The paper of a safety check. */
record CheckForm(
        @Nullable @Size(max = 200) String document,
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate issuedOn,
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate validTo) {

    static CheckForm empty() {
        return new CheckForm(null, null, null);
    }

    void examine(BindingResult faults, LocalDate today) {
        if (faults.hasErrors()) {
            return;
        }
        if (document == null || document.isBlank()) {
            faults.rejectValue("document", "participants.fault.document-missing");
        }
        if (issuedOn == null) {
            faults.rejectValue("issuedOn", "participants.fault.issued-missing");
        } else if (issuedOn.isAfter(today)) {
            faults.rejectValue("issuedOn", "participants.fault.in-future");
        } else if (validTo != null && validTo.isBefore(issuedOn)) {
            faults.rejectValue("validTo", "participants.fault.term");
        }
    }
}
