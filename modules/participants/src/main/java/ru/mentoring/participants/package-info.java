/**
 * Knows the people of the programme.
 *
 * <p>Owns persons, the registers of mentees and mentors, consents, safety checks, partner
 * enterprises, and the import of registers from spreadsheets.
 */
@ApplicationModule(
        displayName = "Participants",
        allowedDependencies = {"tenancy", "agenda"})
@NullMarked
package ru.mentoring.participants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
