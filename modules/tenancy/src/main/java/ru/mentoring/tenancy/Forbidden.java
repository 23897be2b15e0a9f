package ru.mentoring.tenancy;

import ru.mentoring.shared.NotPermitted;

/** The person's roles do not include what was asked for; answered with 403. */
public class Forbidden extends NotPermitted {

    private final String permission;

    public Forbidden(String permission) {
        super("No role of this scope may " + permission);
        this.permission = permission;
    }

    /** The permission that was lacking. */
    public String permission() {
        return permission;
    }
}
