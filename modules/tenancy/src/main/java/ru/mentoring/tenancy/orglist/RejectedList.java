package ru.mentoring.tenancy.orglist;

/** A file that is of no use as a whole. */
final class RejectedList extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ListRejection rejection;
    private final String detail;

    RejectedList(ListRejection rejection, String detail) {
        super(rejection.name());
        this.rejection = rejection;
        this.detail = detail;
    }

    RejectedList(ListRejection rejection) {
        this(rejection, "");
    }

    ListRejection rejection() {
        return rejection;
    }

    String detail() {
        return detail;
    }
}
