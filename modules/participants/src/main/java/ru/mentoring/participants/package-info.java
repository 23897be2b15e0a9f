/**
 * Knows the people of the programme.
 *
 * <p>Owns persons (one card per organisation), the registers of mentees and mentors, consents, the
 * safety check and the training mark of mentors, partner enterprises, and the import of registers
 * from spreadsheets. Announces {@link ru.mentoring.participants.PersonRegistered}, {@link
 * ru.mentoring.participants.RegisterImported} and {@link
 * ru.mentoring.participants.ConsentWithdrawn}. Asks tenancy for the scope and the season, and
 * agenda to remind the curator of missing consents.
 */
@ApplicationModule(
        displayName = "Participants",
        allowedDependencies = {
            "tenancy",
            "tenancy :: ownership",
            "tenancy :: search",
            "agenda",
            "shared :: files",
            "shared :: pages"
        })
@NullMarked
package ru.mentoring.participants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
