package ru.mentoring.participants.intake;

/** Carries a rejection from where it is seen to the use case. */
final class RejectedFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rejection rejection;
    private final String detail;

    RejectedFile(Rejection rejection, String detail) {
        super(rejection.name());
        this.rejection = rejection;
        this.detail = detail;
    }

    RejectedFile(Rejection rejection) {
        this(rejection, "");
    }

    Rejection rejection() {
        return rejection;
    }

    String detail() {
        return detail;
    }
}
