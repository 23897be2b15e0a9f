package ru.mentoring.tenancy.members.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import ru.mentoring.tenancy.Ground;

/** The order and the term, which several forms of the topic ask for. */
final class Grounds {

    private Grounds() {}

    /** An order has a number and a date, and was signed before it is copied into a form. */
    static void examine(
            BindingResult faults,
            @Nullable String number,
            @Nullable LocalDate date,
            LocalDate today) {
        if (isBlank(number)) {
            if (date != null) {
                faults.rejectValue("orderNumber", "tenancy.members.fault.order-number");
            }
        } else if (date == null && !faults.hasFieldErrors("orderDate")) {
            faults.rejectValue("orderDate", "tenancy.members.fault.order-date");
        }
        if (date != null && date.isAfter(today)) {
            faults.rejectValue("orderDate", "tenancy.members.fault.order-to-come");
        }
    }

    /**
     * Access is given for days to come only: who could see what on a day that is over does not
     * change afterwards.
     */
    static void examineTerm(
            BindingResult faults,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            LocalDate today) {
        if (from != null && from.isBefore(today)) {
            faults.rejectValue("from", "tenancy.members.fault.from-past");
        } else if (from != null && until != null && until.isBefore(from)) {
            faults.rejectValue("until", "tenancy.members.fault.until-before");
        }
    }

    static @Nullable Ground of(@Nullable String number, @Nullable LocalDate date) {
        return number == null || number.isBlank() || date == null
                ? null
                : new Ground(number.strip(), date);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
