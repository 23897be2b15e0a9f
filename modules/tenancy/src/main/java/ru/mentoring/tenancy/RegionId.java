package ru.mentoring.tenancy;

import java.util.UUID;

/** Identifies a region of the country: the outermost wall, which nothing crosses. */
public record RegionId(UUID value) {}
