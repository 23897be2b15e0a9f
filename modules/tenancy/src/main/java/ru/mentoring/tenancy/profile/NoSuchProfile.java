package ru.mentoring.tenancy.profile;

import java.util.UUID;
import ru.mentoring.shared.NoSuch;

/** There is no such statement of what a school is, or the scope may not know of it. */
public class NoSuchProfile extends NoSuch {

    NoSuchProfile(UUID profile) {
        super("profile", profile);
    }
}
