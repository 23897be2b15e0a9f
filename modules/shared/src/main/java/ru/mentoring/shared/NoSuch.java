package ru.mentoring.shared;

import java.util.UUID;

/**
 * Something that was asked for does not exist, or is not the asker's to know of; answered with 404.
 *
 * <p>Both cases look the same on purpose: the answer must not tell that another school has it.
 */
public abstract class NoSuch extends RuntimeException {

    /** For what has no id of its own. */
    protected NoSuch(String what) {
        super("No such " + what);
    }

    protected NoSuch(String what, UUID id) {
        super("No such %s: %s".formatted(what, id));
    }
}
