/**
 * Starts PostgreSQL, Keycloak and a mail catcher on this machine, and stops them with the
 * application.
 *
 * <p>Works in the profile {@code local} only; tests of the application do not notice it.
 */
@NullMarked
package ru.mentoringlocal.start;

import org.jspecify.annotations.NullMarked;
