package ru.mentoring.shared.logins;

/** The sessions of people who are signed in, on all replicas. */
public interface OpenLogins {

    /**
     * Ends all sessions of a person here. The realm is not told: somebody who has no place to work
     * may sign in again and is told so.
     *
     * @param issuer who vouches for the person's login
     * @param subject the person's identifier at the issuer
     */
    void end(String issuer, String subject);
}
