/**
 * Will own the public face: portal, news, practices and their review, collections. Shows nothing
 * about a person without the consent to publication.
 */
@ApplicationModule(
        displayName = "Publishing",
        allowedDependencies = {})
@NullMarked
package ru.mentoring.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
