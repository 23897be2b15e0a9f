/**
 * Turns a roadmap from a paper into work with deadlines.
 *
 * <p>Owns the recognition of real-life roadmaps, roadmaps with their sections and items, deadlines,
 * remarks and the way through agreement and approval.
 */
@ApplicationModule(
        displayName = "Roadmaps",
        allowedDependencies = {"tenancy", "agenda", "shared :: files", "shared :: pages"})
@NullMarked
package ru.mentoring.roadmaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
