package ru.mentoring.tenancy;

/** Gives people access to the organisations of the current scope. */
public interface Members {

    /**
     * Gives a role at the scope's own organisation or at one below it, within the running
     * transaction, and announces {@link RoleGiven}.
     *
     * <p>A person needs the permission {@code member.manage}; the system, which does so when
     * somebody accepts an invitation, names in whose name.
     *
     * @throws NoSuchOrg if the organisation lies elsewhere or has ended
     * @throws Forbidden if the person of the scope may not give access
     */
    Giving give(Appointment appointment);

    /**
     * Returns the account of somebody who signs in for the first time, or who did so before, with
     * today's name and address. For the system only, when an invitation is accepted.
     *
     * @param issuer who vouches for the person's login
     * @param subject the person's identifier at the issuer
     */
    AccountId admit(String issuer, String subject, String displayName, String email);
}
