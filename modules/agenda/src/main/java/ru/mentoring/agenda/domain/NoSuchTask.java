package ru.mentoring.agenda.domain;

import java.util.UUID;
import ru.mentoring.shared.NoSuch;

/** The task is done, is somebody else's, or was never put. */
class NoSuchTask extends NoSuch {

    NoSuchTask(UUID task) {
        super("task", task);
    }
}
