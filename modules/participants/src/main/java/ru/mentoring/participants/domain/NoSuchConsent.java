package ru.mentoring.participants.domain;

import ru.mentoring.participants.ConsentId;
import ru.mentoring.shared.NoSuch;

/** There is no such consent in this organisation. */
class NoSuchConsent extends NoSuch {

    NoSuchConsent(ConsentId consent) {
        super("consent", consent.value());
    }
}
