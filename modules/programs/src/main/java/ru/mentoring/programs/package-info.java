/**
 * Accompanies mentor and mentee from the proposal of a mentorship to its last meeting.
 *
 * <p>Owns mentorships (pairs and groups), the confirmations of both sides, the reference to the
 * order, and the cycle of meetings. Announces {@link ru.mentoring.programs.MentorshipStarted},
 * {@link ru.mentoring.programs.MeetingHeld} and {@link ru.mentoring.programs.MentorshipEnded}. Asks
 * participants who may take part, and stops a mentorship at once when a consent is taken back.
 */
@ApplicationModule(
        displayName = "Programs",
        allowedDependencies = {
            "tenancy",
            "tenancy :: ownership",
            "tenancy :: search",
            "agenda",
            "participants",
            "participants :: spi",
            "shared :: pages"
        })
@NullMarked
package ru.mentoring.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
