/**
 * Will own questionnaires: versions that never change once published, campaigns, invitations,
 * answers on screen and on paper. Announces when a campaign closes.
 */
@ApplicationModule(
        displayName = "Surveys",
        allowedDependencies = {})
@NullMarked
package ru.mentoring.surveys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
