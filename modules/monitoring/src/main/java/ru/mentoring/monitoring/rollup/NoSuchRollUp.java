package ru.mentoring.monitoring.rollup;

import java.util.UUID;
import ru.mentoring.shared.NoSuch;

/** There is no such roll-up in the region. */
public class NoSuchRollUp extends NoSuch {

    NoSuchRollUp(UUID id) {
        super("roll-up", id);
    }
}
