package ru.mentoringlocal.demo;

import java.util.Optional;

/** Who can sign in to the demonstration. */
public interface Logins {

    /**
     * A person with a login.
     *
     * @param subject the identifier that the identity provider vouches for
     */
    record Login(String subject, String displayName, String email) {}

    /** Returns who signs in under a name such as {@code curator}. */
    Optional<Login> named(String name);
}
