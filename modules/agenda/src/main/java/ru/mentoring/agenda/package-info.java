/**
 * Tells everybody what to do by when.
 *
 * <p>Owns tasks, notifications and the outbox of letters. Other modules put a task and close it by
 * the same source key.
 */
@ApplicationModule(
        displayName = "Agenda",
        allowedDependencies = {"tenancy"})
@NullMarked
package ru.mentoring.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
