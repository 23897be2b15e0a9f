/**
 * Carries what every module needs and no business: the page layout, forms and tables, messages in
 * both languages, the clock, error pages, files and archives, and the migrations of the technical
 * schemas. Owns no business word, announces nothing, asks nobody.
 */
@ApplicationModule(displayName = "Shared")
@NullMarked
package ru.mentoring.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
