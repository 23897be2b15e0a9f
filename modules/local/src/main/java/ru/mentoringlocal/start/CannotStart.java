package ru.mentoringlocal.start;

/** The local start cannot go on; the message says what to do, in words for whoever started it. */
class CannotStart extends RuntimeException {

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
