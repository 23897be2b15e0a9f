package ru.mentoring.tenancy;

import java.util.UUID;

/** Identifies somebody who can sign in. */
public record AccountId(UUID value) {}
