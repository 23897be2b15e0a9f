package ru.mentoring.tenancy;

import ru.mentoring.shared.NotPermitted;

/** The person's roles do not include what was asked for; answered with 403. */
public class Forbidden extends NotPermitted {

    public Forbidden(String permission) {
        super("No role of this scope may " + permission);
    }
}
