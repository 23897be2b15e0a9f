package ru.mentoring.tenancy.members.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The decision that a list of people holds.
 *
 * @param seen a mark of the list that was shown: who confirms it has seen it
 */
record ConfirmForm(@Nullable @NotNull Long seen) {}
