package ru.mentoring.tenancy;

import java.util.UUID;

/** Identifies a change of the tree from its proposal on. */
public record ReorganisationId(UUID value) {}
