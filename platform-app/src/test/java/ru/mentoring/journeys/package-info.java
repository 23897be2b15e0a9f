/** People at their browsers, the real login, and the whole application. */
@NullMarked
package ru.mentoring.journeys;

import org.jspecify.annotations.NullMarked;
