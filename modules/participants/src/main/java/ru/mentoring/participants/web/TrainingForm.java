package ru.mentoring.participants.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;

/** The mark of training, or the reason to do without it. */
record TrainingForm(
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate trainedOn,
        @Nullable @Size(max = 500) String note,
        @Nullable @Size(max = 500) String waiver) {

    void examine(BindingResult faults, LocalDate today) {
        if (faults.hasErrors()) {
            return;
        }
        if (trainedOn == null && (waiver == null || waiver.isBlank())) {
            faults.rejectValue("trainedOn", "participants.fault.training-missing");
        } else if (trainedOn != null && trainedOn.isAfter(today)) {
            faults.rejectValue("trainedOn", "participants.fault.in-future");
        }
    }
}
