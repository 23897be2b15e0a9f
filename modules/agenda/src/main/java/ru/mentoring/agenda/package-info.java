/**
 * Tells everybody what to do by when.
 *
 * <p>Owns tasks and the outbox of letters about them. Other modules put a task for whoever carries
 * a role at an organisation and close it by the same key; asks {@code tenancy} who that is today.
 */
@ApplicationModule(
        displayName = "Agenda",
        allowedDependencies = {"tenancy", "shared :: pages", "shared :: limits"})
@NullMarked
package ru.mentoring.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
