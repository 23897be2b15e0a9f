package ru.mentoring.monitoring.web;

import ru.mentoring.shared.NoSuch;

/** There are neither figures nor targets of such a year. */
class NoSuchYear extends NoSuch {

    NoSuchYear() {
        super("year");
    }
}
