package ru.mentoring.tenancy;

/** What has become of a role that somebody was to be given. */
public sealed interface Giving {

    record Given(MembershipId membership) implements Giving {}

    record Refused(Reason reason) implements Giving {}

    enum Reason {
        /** Nobody of the region has this account. */
        NO_SUCH_PERSON,
        /** The person has this role there, now or from a day to come. */
        HAS_IT_ALREADY,
        /** Whoever leads a school is named by the organisation above it. */
        GIVEN_FROM_ABOVE,
        /** The role does not exist at an organisation of that kind. */
        NOT_A_ROLE_THERE,
        /** The person for whom somebody was to act does not carry the role, or is the same one. */
        NOBODY_TO_STAND_FOR,
        /** The last day comes before the first, or has passed. */
        TERM_IS_OVER,
        /** Nothing that could be handed over was chosen. */
        NOTHING_TO_DELEGATE
    }
}
