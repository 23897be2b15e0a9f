package ru.mentoring.tenancy;

/** The person's roles do not include what was asked for; answered with 403. */
public class Forbidden extends RuntimeException {

    public Forbidden(String permission) {
        super("No role of this scope may " + permission);
    }
}
