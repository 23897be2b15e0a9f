/**
 * Starts everything on a bare machine: PostgreSQL, Keycloak, a mail catcher, and a demonstration
 * region.
 *
 * <p>On the class path of the local start and of tests only; the packaged application does not
 * contain it.
 */
@NullMarked
package ru.mentoringlocal;

import org.jspecify.annotations.NullMarked;
