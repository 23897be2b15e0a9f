/**
 * Knows who belongs where, and keeps everybody inside it.
 *
 * <p>Owns regions, districts and schools with their dated tree, seasons, accounts and their roles,
 * the scope in which all work is done, the permission table and the audit trail. Asks nobody.
 */
@ApplicationModule(
        displayName = "Tenancy",
        allowedDependencies = {
            "shared :: api",
            "shared :: files",
            "shared :: limits",
            "shared :: logins",
            "shared :: pages"
        })
@NullMarked
package ru.mentoring.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
