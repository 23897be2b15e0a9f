/**
 * Shows the region its figures.
 *
 * <p>Owns indicators with their targets and denominators, the roll-up of facts from the other
 * modules' published views, and the dashboards. Owns no truth: every figure can be computed again
 * from its sources. Announces nothing; asks tenancy for the tree and reads the published views of
 * participants, programs and roadmaps.
 */
@ApplicationModule(
        displayName = "Monitoring",
        allowedDependencies = {"tenancy", "shared :: pages"})
@NullMarked
package ru.mentoring.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
