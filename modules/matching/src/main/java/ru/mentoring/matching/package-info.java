/**
 * Will bring mentors and mentees together: criteria by form of mentoring, the best arrangement with
 * its proof, drafts side by side, explanations in words. Hands the result to programs, which owns
 * the mentorship from the order on.
 */
@ApplicationModule(
        displayName = "Matching",
        allowedDependencies = {})
@NullMarked
package ru.mentoring.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
