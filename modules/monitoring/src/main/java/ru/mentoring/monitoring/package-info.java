/**
 * Shows the region its figures.
 *
 * <p>Owns indicators with their targets and denominators, the roll-up of facts from the other
 * modules’ published views, and the dashboards. Owns no truth of its own: every figure can be
 * computed again from its sources.
 */
@ApplicationModule(
        displayName = "Monitoring",
        allowedDependencies = {"tenancy", "participants", "programs", "roadmaps"})
@NullMarked
package ru.mentoring.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
