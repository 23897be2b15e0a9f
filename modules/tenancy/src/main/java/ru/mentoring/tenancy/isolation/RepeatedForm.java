package ru.mentoring.tenancy.isolation;

import java.util.UUID;

/** A form was sent again that has been carried out already; nothing was done this time. */
public class RepeatedForm extends RuntimeException {

    private final UUID key;

    RepeatedForm(UUID key) {
        super("The form has been carried out already");
        this.key = key;
    }

    public UUID key() {
        return key;
    }
}
