package ru.mentoring.tenancy.profile;

import ru.mentoring.shared.NoSuch;

/** Nothing can be stated for such a school year: it lies ahead or too far back. */
public class NoSuchProfileYear extends NoSuch {

    NoSuchProfileYear() {
        super("school year");
    }
}
