package ru.mentoring.shared.settings;

/**
 * The application cannot start as it is set up; the message says in one sentence what is wrong and
 * what to do, to whoever started it.
 */
public class WrongSettings extends RuntimeException {

    WrongSettings(String message) {
        super(message);
    }

    WrongSettings(String message, Throwable cause) {
        super(message, cause);
    }
}
