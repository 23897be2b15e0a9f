package ru.mentoring.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody is to be given.
 *
 * @param from first day of the role
 * @param until last day of the role; none if it has no term
 * @param ground the order, if there is one
 * @param givenBy in whose name the system gives it; a person who works in the scope always gives it
 *     in their own
 */
public record Appointment(
        AccountId account,
        OrgId org,
        Role role,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Ground ground,
        @Nullable AccountId givenBy) {}
