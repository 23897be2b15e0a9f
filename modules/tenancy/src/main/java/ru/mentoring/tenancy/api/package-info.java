/**
 * What programs of schools and districts may ask and do: the connections that the regional centre
 * gives them, and organisations and members below {@code /api/v1}.
 *
 * <p>A program stands on an assignment of its own at one organisation, so that the walls between
 * organisations guard it as they guard people; see ADR 9.
 */
@NullMarked
package ru.mentoring.tenancy.api;

import org.jspecify.annotations.NullMarked;
