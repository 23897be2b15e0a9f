/**
 * Accompanies mentor and mentee from the signed order to the last meeting.
 *
 * <p>Owns mentorships (pairs and groups) and their cycle of meetings. Asks participants who may
 * take part.
 */
@ApplicationModule(
        displayName = "Programs",
        allowedDependencies = {"tenancy", "agenda", "participants"})
@NullMarked
package ru.mentoring.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
