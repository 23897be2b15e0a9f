package ru.mentoring.shared;

/** The asker is known and may not do what was asked for; answered with 403. */
public abstract class NotPermitted extends RuntimeException {

    protected NotPermitted(String message) {
        super(message);
    }
}
