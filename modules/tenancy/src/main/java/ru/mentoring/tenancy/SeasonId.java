package ru.mentoring.tenancy;

import java.util.UUID;

/** Identifies one run of the programme in an organisation. */
public record SeasonId(UUID value) {}
