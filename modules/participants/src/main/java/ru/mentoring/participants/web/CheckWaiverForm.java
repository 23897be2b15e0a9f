package ru.mentoring.participants.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The director's reason to do without a safety check. */
record CheckWaiverForm(@NotBlank @Size(max = 500) String reason) {}
