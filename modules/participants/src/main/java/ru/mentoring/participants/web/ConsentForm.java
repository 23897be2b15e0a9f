package ru.mentoring.participants.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.validation.BindingResult;
import ru.mentoring.participants.ConsentKind;
import ru.mentoring.participants.domain.ConsentDesk.Sheet;
import ru.mentoring.participants.domain.SigningPolicy.Signer;

/**
 * Papers of one kind that have come in, for many people at once.
 *
 * @param people those ticked in the list
 * @param everybody all whom the filter finds, not only those on the page
 */
record ConsentForm(
        @NotNull ConsentKind kind,
        @Nullable List<UUID> people,
        @Nullable Boolean everybody,
        @Nullable Set<Signer> signatures,
        @NotNull @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate signedOn,
        @Nullable @DateTimeFormat(pattern = "dd.MM.yyyy") LocalDate validTo,
        @Nullable @Size(max = 150) String representative,
        @Nullable @Size(max = 200) String paper) {

    static ConsentForm empty(ConsentKind kind, LocalDate today, @Nullable LocalDate validTo) {
        return new ConsentForm(
                kind, List.of(), false, EnumSet.allOf(Signer.class), today, validTo, null, null);
    }

    void examine(BindingResult faults, LocalDate today) {
        if (faults.hasErrors()) {
            return;
        }
        if (!wantsEverybody() && (people == null || people.isEmpty())) {
            faults.rejectValue("people", "participants.fault.nobody-chosen");
        }
        if (signatures == null || signatures.isEmpty()) {
            faults.rejectValue("signatures", "participants.fault.signature-missing");
        }
        if (signedOn.isAfter(today)) {
            faults.rejectValue("signedOn", "participants.fault.in-future");
        }
        if (validTo != null && validTo.isBefore(signedOn)) {
            faults.rejectValue("validTo", "participants.fault.term");
        }
    }

    /** Says whether the papers are of all whom the filter finds. */
    boolean wantsEverybody() {
        return Boolean.TRUE.equals(everybody);
    }

    Sheet sheet() {
        return new Sheet(
                kind,
                signatures == null ? Set.of() : signatures,
                signedOn,
                validTo,
                representative,
                paper);
    }
}
