package ru.mentoring.tenancy.organisations.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a proposed change.
 *
 * @param seen the version of the proposal that was on the page
 * @param remark why it goes back
 */
record DecisionForm(@NotNull @Nullable Integer seen, @Size(max = 2000) @Nullable String remark) {

    /** The reason without blanks around it. */
    String reason() {
        return remark == null ? "" : remark.strip();
    }
}
