package ru.mentoring.tenancy.profile.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a statement goes back to the district, and which version of it was seen. */
record ReturnForm(
        @Nullable @NotBlank @Size(max = 1000) String remark, @Nullable @NotNull Integer version) {}
