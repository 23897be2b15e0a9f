/**
 * Turns a roadmap from a paper into work with deadlines.
 *
 * <p>Owns the recognition of real-life roadmaps, roadmaps with their sections and items, deadlines,
 * remarks and the way through agreement and approval. Announces {@link RoadmapSubmitted}, {@link
 * RoadmapReturned}, {@link RoadmapAgreed} and {@link RoadmapInForce}. Asks {@code tenancy} who
 * stands above a school and gives {@code agenda} the next person's task.
 */
@ApplicationModule(
        displayName = "Roadmaps",
        allowedDependencies = {
            "tenancy",
            "tenancy :: ownership",
            "tenancy :: search",
            "agenda",
            "shared :: files",
            "shared :: pages"
        })
@NullMarked
package ru.mentoring.roadmaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
